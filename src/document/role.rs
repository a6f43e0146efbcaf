//! What a section is for: its role, and what says so.

mod buffer;
mod decide;
mod lexicon;
mod title;
mod writing;

pub use lexicon::Lexicon;

use super::{Document, Piece, Section};
use crate::Span;
use crate::named::named;
use decide::Verdict;
use std::borrow::Cow;
use std::fmt;

pub(super) use decide::Roles;

/// What a section is for.
///
/// | role | titles such as |
/// |---|---|
/// | `Background` | 基本情况 · 面临的形势 |
/// | `Significance` | ……的重大意义 · 充分认识……的必要性 |
/// | `Achievements` | 取得的成效 · 2024年工作回顾 |
/// | `CoreExperience` | 主要做法 · 几点启示 |
/// | `Problems` | 存在的问题 · 短板弱项 |
/// | `Causes` | 原因分析 |
/// | `Requirements` | 总体要求 · 基本原则 |
/// | `Goals` | 工作目标 |
/// | `Countermeasures` | 重点任务 · 下一步打算 · 加快建设现代化产业体系 in a plan |
/// | `Safeguards` | 保障措施 · 加强组织领导 |
/// | `Conclusion` | 结语 |
/// | `Custom` | a role of your own [`Lexicon`] |
///
/// ```
/// use gongwen::Role;
///
/// let document = gongwen::parse("关于书屋管理的调研报告
/// 一、基本情况
/// 二、办好书屋的重大意义
/// 三、取得的成效
/// 四、主要做法
/// 五、存在的问题
/// 六、原因分析
/// 七、总体要求
/// 八、工作目标
/// 九、对策建议
/// 十、保障措施
/// 十一、结语");
/// let roles: Vec<_> = document.outline().filter_map(|s| s.role()).collect();
/// assert_eq!(roles, Role::ALL);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Role<'a> {
    /// 背景 形势 基本情况
    Background,
    /// 重大意义 重要性 必要性
    Significance,
    /// 成效 成绩 贡献, a review of work done
    Achievements,
    /// 经验 做法 核心内容 启示 体会
    CoreExperience,
    /// 问题 短板 困难
    Problems,
    /// 原因
    Causes,
    /// 总体要求 指导思想 基本原则
    Requirements,
    /// 目标
    Goals,
    /// 对策 举措 措施 建议 重点任务 下一步工作
    Countermeasures,
    /// 保障措施 组织实施 加强组织领导
    Safeguards,
    /// 结语
    Conclusion,
    /// A role that the user's lexicon names.
    Custom(&'a str),
}

impl Role<'static> {
    /// The crate's own roles, in the order of the enum.
    pub const ALL: &'static [Role<'static>] = &[
        Role::Background,
        Role::Significance,
        Role::Achievements,
        Role::CoreExperience,
        Role::Problems,
        Role::Causes,
        Role::Requirements,
        Role::Goals,
        Role::Countermeasures,
        Role::Safeguards,
        Role::Conclusion,
    ];
}

impl<'a> Role<'a> {
    /// The name in JSON, such as `core_experience`; of a role of one's own, its name.
    pub fn name(self) -> &'a str {
        match self {
            Role::Background => "background",
            Role::Significance => "significance",
            Role::Achievements => "achievements",
            Role::CoreExperience => "core_experience",
            Role::Problems => "problems",
            Role::Causes => "causes",
            Role::Requirements => "requirements",
            Role::Goals => "goals",
            Role::Countermeasures => "countermeasures",
            Role::Safeguards => "safeguards",
            Role::Conclusion => "conclusion",
            Role::Custom(name) => name,
        }
    }
}

named! {
    /// What kind of thing a role was told by, from the plainest to the faintest.
    ///
    /// ```
    /// use gongwen::{Role, RoleBasis};
    ///
    /// let document = gongwen::parse("在推进会上的交流发言
    /// 一、把窗口打通，把流程剪短
    /// 我们的主要做法，是一窗通办。
    /// 二、企业的笑脸，最实在的回信
    /// 三、下一步打算
    /// （一）建好平台");
    /// let told: Vec<_> =
    ///     document.outline().map(|s| s.role_evidence().map(|e| (e.role(), e.basis()))).collect();
    /// assert_eq!(told, [
    ///     Some((Role::CoreExperience, RoleBasis::Text)),
    ///     Some((Role::Achievements, RoleBasis::Neighbours)),
    ///     Some((Role::Countermeasures, RoleBasis::Title)),
    ///     Some((Role::Countermeasures, RoleBasis::Form)),
    /// ]);
    /// ```
    #[repr(u8)]
    #[non_exhaustive]
    pub enum RoleBasis {
        /// The wording of its title: 存在的**问题**
        Title = "title",
        /// The form of its title in writing of this kind: **加快**建设…… in a plan
        Form = "form",
        /// The wording of the text under the title: **我们的做法**有四条
        Text = "text",
        /// The titles of the sections under it: 指导思想, 基本原则
        Children = "children",
        /// The words that announce the list it is in, of points in running text as well: **主要做法**如下：
        Announced = "announced",
        /// The title of the section that it stands under, or what tells the kind of its piece: **交流发言**
        Parent = "parent",
        /// The roles of the sections before and after it
        Neighbours = "neighbours",
    }
}

/// What says that a section has its role.
///
/// ```
/// use gongwen::{Role, RoleBasis};
///
/// let source = "情况汇报\n一、当前存在的主要问题";
/// let document = gongwen::parse(source);
/// let evidence = document.outline().next().unwrap().role_evidence().unwrap();
/// assert_eq!((evidence.role(), evidence.basis()), (Role::Problems, RoleBasis::Title));
/// assert_eq!(evidence.cue(), "存在的主要问题");
/// assert_eq!(&source[evidence.span().range()], "存在的主要问题");
/// assert!(evidence.confidence() > 0.9);
/// ```
#[derive(Clone, Copy)]
pub struct RoleEvidence<'d> {
    document: &'d Document<'d>,
    verdict: Verdict,
}

impl<'d> RoleEvidence<'d> {
    /// The role that it speaks for.
    pub fn role(self) -> Role<'d> {
        self.document.roles().role(self.verdict, self.document)
    }

    /// What kind of evidence it is.
    pub fn basis(self) -> RoleBasis {
        self.verdict.basis
    }

    /// The words that say it, without noise.
    pub fn cue(self) -> Cow<'d, str> {
        self.document.clean_between(self.span())
    }

    /// Where the words stand in the source, in bytes; it may be in the title of another section.
    pub fn span(self) -> Span {
        Span::new(self.verdict.start as usize, self.verdict.end as usize)
    }

    /// How sure it is: from 0 to 1.
    ///
    /// It is the weight of the wording, a judgement, not a measured frequency: above 0.9 the title
    /// says it, below 0.5 it is a guess from what stands around.
    pub fn confidence(self) -> f32 {
        f32::from(self.verdict.weight) / 100.0
    }
}

impl fmt::Debug for RoleEvidence<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut s = f.debug_struct("RoleEvidence");
        s.field("role", &self.role()).field("basis", &self.basis()).field("cue", &self.cue());
        s.field("confidence", &self.confidence()).field("span", &self.span()).finish()
    }
}

impl<'d> Section<'d> {
    /// What the section is for, such as 对策举措; `None` where nothing says so.
    ///
    /// The role is the section's own: a paragraph under 主要做法 that says nothing itself has none
    /// (see [`effective_role`](Self::effective_role)). A heading without wording of its own takes
    /// part in the list that it stands in; its [`basis`](RoleEvidence::basis) is then
    /// [`RoleBasis::Parent`] or [`RoleBasis::Announced`].
    ///
    /// The roles of all sections are worked out together the first time that one is asked for.
    ///
    /// ```
    /// use gongwen::Role;
    ///
    /// let document = gongwen::parse("一、学习推广经验的重大意义\n二、经验的核心内容\n三、整治人居环境的对策举措");
    /// let roles: Vec<_> = document.outline().map(|s| s.role()).collect();
    /// assert_eq!(roles, [Some(Role::Significance), Some(Role::CoreExperience), Some(Role::Countermeasures)]);
    /// ```
    pub fn role(self) -> Option<Role<'d>> {
        self.role_evidence().map(|e| e.role())
    }

    /// What says that the section has its role; `None` where it has none.
    pub fn role_evidence(self) -> Option<RoleEvidence<'d>> {
        let verdict = self.document.roles().verdict(self.at)?;
        Some(RoleEvidence { document: self.document, verdict })
    }

    /// Its role, or that of the nearest section above it that has one.
    ///
    /// ```
    /// use gongwen::Role;
    ///
    /// let document = gongwen::parse("管理办法\n一、审批\n二、保障措施\n（一）经费由县财政列支，具体数额按照当年预算和上年结余由财政局会同有关部门逐年核定并向社会公布。");
    /// let last = document.outline().last().unwrap();
    /// assert_eq!(last.effective_role(), Some(Role::Safeguards));
    /// ```
    pub fn effective_role(self) -> Option<Role<'d>> {
        std::iter::successors(Some(self), |s| s.parent()).find_map(|s| s.role())
    }
}

impl Document<'_> {
    /// The sections that have `role` themselves, in the order of the text.
    ///
    /// A section and one under it may both have it (存在的问题, and 责任不清 in it). All that stands under a role, once,
    /// are the [sections](Self::outline) whose parent has it as its [`effective_role`](Section::effective_role).
    ///
    /// ```
    /// use gongwen::Role;
    ///
    /// let document = gongwen::parse("工作总结\n一、工作成效\n二、存在问题\n三、下步打算");
    /// let problems = document.sections_by_role(Role::Problems).next().unwrap();
    /// assert_eq!(problems.title().unwrap().text(), "存在问题");
    /// ```
    pub fn sections_by_role<'d>(&'d self, role: Role<'d>) -> impl Iterator<Item = Section<'d>> + Clone + 'd {
        self.with_role(0, role)
    }

    fn with_role<'d>(&'d self, at: u32, role: Role<'d>) -> impl Iterator<Item = Section<'d>> + Clone + 'd {
        let roles = self.roles();
        roles
            .below(self.tree().descendants(at))
            .iter()
            .filter(move |verdict| roles.role(**verdict, self) == role)
            .map(move |verdict| Section { document: self, at: verdict.at })
    }

    pub(super) fn roles(&self) -> &Roles {
        self.roles.get_or_init(|| decide::decide(self))
    }
}

impl<'d> Piece<'d> {
    /// The sections of the piece that have `role` themselves, in the order of the text.
    ///
    /// ```
    /// use gongwen::Role;
    ///
    /// let document = gongwen::parse("工作总结\n一、工作成效\n二、存在问题\n三、下步打算");
    /// let piece = document.pieces().next().unwrap();
    /// assert_eq!(piece.sections_by_role(Role::Countermeasures).count(), 1);
    /// ```
    pub fn sections_by_role(self, role: Role<'d>) -> impl Iterator<Item = Section<'d>> + Clone + 'd {
        self.document.with_role(self.at, role)
    }
}
