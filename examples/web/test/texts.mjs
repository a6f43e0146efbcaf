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
