/** Texts of the tests. */

/** A clean plan with roles that no one would dispute, long enough to scroll. */
export const plan = `关于推进社区食堂建设的实施方案

一、重要意义
社区食堂是办好民生实事的重要抓手，对方便老年人就餐具有重大意义。
二、存在问题
一是布点不够均衡。部分老小区没有食堂，老人要走很远的路。二是运营难以持续。菜价低、成本高，靠补贴过日子。
三、工作举措
（一）加快布点建设。利用闲置用房改建，每个街道不少于两处。
${"各街道要把选址、改建、验收的时间逐一排定，按月报送进度。\n".repeat(30)}（二）完善运营机制。坚持公建民营，引入连锁餐饮企业统一采购。
（三）严格食品安全。后厨全程可视，留样不少于四十八小时。
四、保障措施
（一）加强组织领导。区民政局牵头，建立联席会议制度。
（二）强化资金保障。按就餐人次给予补助。
`;

/** Every card, and a task table: who does what by when. */
export const cards = `望川市人民政府关于印发河湖管护行动方案的通知

望政发〔2025〕7号

各县（区）人民政府，市政府各部门：

根据《河湖管理办法》（川政发〔2023〕5号）制定本方案。

一、充分认识河湖管护的重要意义
河湖连着城乡。
（一）管好河湖是守住饮水安全的需要。全市八成人口喝的是河水。
（二）管好河湖是发展产业的需要。水清了，渔旅才旺。
二、近年来的主要经验
8年来，全市先后经历了清河、治岸、富民3个阶段。主要有以下三方面经验。
（一）坚持一把手抓。市、县、乡、村四级都设河长。
（二）坚持发动群众。每条河都有护河队。
三、存在的主要问题
一是责任悬空。个别河段长期无人巡查。二是资金不足。管护经费靠临时筹措。
四、下一步工作措施
（一）压实管护责任。逐段明确河长，巡查率达到100%。（市水利局牵头，市财政局、各县（区）配合，2025年底前完成）
（二）开展联合检查。联合检查沿河工地。（市生态环境局负责，每季度通报）

望川市人民政府
2025年3月5日
`;

/** 二 is left out. */
export const gap = `关于加强用电安全的通知

一、提高思想认识
各单位要充分认识用电安全的重要性，切实增强责任感。
三、加强隐患排查
逐栋逐户检查线路，发现问题立即整改，不留死角。
四、强化宣传教育
利用广播、宣传栏普及用电知识，做到家喻户晓。
`;

/** Page numbers between paragraphs. */
export const pages = `关于做好秋收工作的通知

一、提高思想认识
秋收关系全年收成，各村要把劳力、机具、晒场逐一落实到位。
- 1 -
二、抢抓农时
抓住晴好天气，做到成熟一块、收割一块、入仓一块。
- 2 -
三、加强防火
严禁在田间地头焚烧秸秆，违者按规定处理。
- 3 -
`;

/** Every place that the page shows text in, full of HTML. */
export const hostile = `<img src=x onerror="globalThis.hacked=1">关于<script>globalThis.hacked=1</script>的通知
<img src=x onerror="globalThis.hacked=1">：
一、重要意义<img src=x onerror="globalThis.hacked=1">
<svg onload="globalThis.hacked=1"></svg>正文"'\`&lt;
三、工作举措<iframe src="javascript:globalThis.hacked=1"></iframe>
（一）<a href="javascript:globalThis.hacked=1">加强领导</a>。<style>*{display:none}</style>
（二）=cmd|' /C calc'!A0
`;
