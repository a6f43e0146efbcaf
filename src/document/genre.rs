//! What kind of document a piece is (文种), by its title or its form.

use super::excerpt::Passage;
use super::words::{ExactWords, end_of, exact_words};
use super::{ElementKind, Excerpt, Piece};
use crate::lexer::search::{any_of, ends_with_any, is_one_of, last};

macro_rules! genres {
    ($($variant:ident $name:literal $words:literal $ends:literal,)*) => {
        /// What kind of document it is (文种): the fifteen of the 《党政机关公文处理工作条例》 (2012) first,
        /// then those that offices write besides.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[non_exhaustive]
        pub enum Genre {
            $(#[doc = $words] $variant,)*
        }

        impl Genre {
            /// Every genre, in the order of the enum; the first fifteen are those of the regulation.
            pub const ALL: &'static [Genre] = &[$(Genre::$variant,)*];

            /// The name in JSON, such as `notice`.
            pub fn name(self) -> &'static str {
                match self { $(Genre::$variant => $name,)* }
            }

            /// The name in Chinese, such as 通知.
            pub fn chinese(self) -> &'static str {
                match self { $(Genre::$variant => $words,)* }
            }
        }

        /// What titles end in, by the genre that it makes. The longest that fits is meant.
        const ENDS: &[(ExactWords, Genre)] = &[$((exact_words!($ends), Genre::$variant),)*];
    };
}

genres! {
    Resolution "resolution" "决议" "决议",
    Decision "decision" "决定" "决定",
    Order "order" "命令" "命令 令",
    Communique "communique" "公报" "公报",
    Announcement "announcement" "公告" "公告",
    PublicNotice "public_notice" "通告" "通告",
    Opinion "opinion" "意见" "意见",
    Notice "notice" "通知" "通知",
    Circular "circular" "通报" "通报",
    Report "report" "报告" "报告",
    Request "request" "请示" "请示",
    Reply "reply" "批复" "批复",
    Motion "motion" "议案" "议案",
    Letter "letter" "函" "函 复函",
    Minutes "minutes" "纪要" "纪要 会议纪要",
    Scheme "scheme" "方案" "方案",
    Plan "plan" "规划" "规划 规划纲要 五年规划 纲要",
    Programme "programme" "计划" "计划 工作要点 要点",
    Measures "measures" "办法" "办法",
    Regulations "regulations" "条例" "条例",
    Provisions "provisions" "规定" "规定",
    Rules "rules" "细则" "细则 规则",
    Speech "speech" "讲话" "讲话 讲话稿 讲话提纲",
    Address "address" "致辞" "致辞 致词 贺词",
    Remarks "remarks" "发言" "发言 发言稿 发言材料 交流材料 经验材料 交流发言 发言提纲",
    Reflections "reflections" "心得" "心得 心得体会 体会 感悟",
    Summary "summary" "总结" "总结 工作总结",
    ResearchReport "research_report" "调研报告" "调研报告 调查报告 考察报告",
    GovernmentWorkReport "government_work_report" "政府工作报告" "政府工作报告",
    Briefing "briefing" "汇报" "汇报 汇报材料",
    Appeal "appeal" "倡议书" "倡议书 倡议",
    OpenLetter "open_letter" "公开信" "公开信",
    ContingencyPlan "contingency_plan" "预案" "预案 应急预案",
    System "system" "制度" "制度",
    Charter "charter" "章程" "章程",
    Law "law" "法律" "法 法典 宪法",
    Answer "answer" "答复" "答复",
    Publicity "publicity" "宣传稿" "宣传稿 宣讲稿 宣讲提纲",
}

/// A genre and the words that say it.
///
/// ```
/// use gongwen::Genre;
///
/// let genre = |text| gongwen::parse(text).pieces().next().unwrap().genre();
/// assert_eq!(genre("某县人民政府关于印发书屋管理办法的通知\n各乡镇人民政府："), Some(Genre::Notice));
/// assert_eq!(genre("乡村治理的主要做法\n一、抓班子"), None);
/// assert_eq!(genre("书屋管理办法（试行）\n第一条 为了办好书屋，制定本办法。"), Some(Genre::Measures));
/// assert_eq!(genre("在书屋建设推进会上的讲话\n同志们："), Some(Genre::Speech));
///
/// let document = gongwen::parse("关于新建书屋的请示\n县政府：");
/// let evidence = document.pieces().next().unwrap().genre_evidence().unwrap();
/// assert_eq!(evidence.words().text(), "请示");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GenreEvidence<'d> {
    genre: Genre,
    words: Excerpt<'d>,
}

impl<'d> GenreEvidence<'d> {
    /// The genre.
    pub fn genre(&self) -> Genre {
        self.genre
    }

    /// The words of the title or of an element that say it.
    pub fn words(&self) -> &Excerpt<'d> {
        &self.words
    }
}

/// Words that end in 法 and name no law: 乡村治理的主要做法.
const NO_LAWS: [&str; 16] = [
    "做法", "方法", "看法", "想法", "说法", "手法", "打法", "执法", "立法", "司法", "普法", "守法", "用法", "写法",
    "书法", "疗法",
];

/// What the form says where the title does not.
const FORMS: [(ElementKind, &str, Genre); 12] = [
    (ElementKind::Closing, "特此通知", Genre::Notice),
    (ElementKind::Closing, "特此通报", Genre::Circular),
    (ElementKind::Closing, "特此公告", Genre::Announcement),
    (ElementKind::Closing, "特此通告", Genre::PublicNotice),
    (ElementKind::Closing, "特此报告", Genre::Report),
    (ElementKind::Closing, "请批示", Genre::Request),
    (ElementKind::Closing, "请批复", Genre::Request),
    (ElementKind::Closing, "请审批", Genre::Request),
    (ElementKind::Closing, "此复", Genre::Reply),
    (ElementKind::Closing, "函复", Genre::Letter),
    (ElementKind::Closing, "函达", Genre::Letter),
    (ElementKind::Salutation, "代表", Genre::Report),
];

impl<'d> Piece<'d> {
    /// What kind of document it is (文种); `None` where neither title nor form says so.
    pub fn genre(self) -> Option<Genre> {
        self.genre_evidence().map(|e| e.genre)
    }

    /// What kind of document it is, and the words that say so.
    pub fn genre_evidence(self) -> Option<GenreEvidence<'d>> {
        self.genre_of_title().or_else(|| self.genre_of_form())
    }

    fn genre_of_title(self) -> Option<GenreEvidence<'d>> {
        let passage = Passage::all_below(self.document, self.title()?.at);
        let text = bare(passage.text());
        let (genre, len) = end_of(ENDS, text)?;
        if genre == Genre::Law && ends_with_any(text, &NO_LAWS) {
            return None;
        }
        Some(GenreEvidence { genre, words: passage.excerpt(text.len() - len..text.len())? })
    }

    fn genre_of_form(self) -> Option<GenreEvidence<'d>> {
        self.elements().find_map(|element| {
            let passage = Passage::all_below(self.document, element.at);
            let text = passage.text();
            let (_, word, genre) = FORMS.iter().find(|f| f.0 == element.kind() && text.contains(f.1))?;
            let at = text.find(word)?;
            Some(GenreEvidence { genre: *genre, words: passage.excerpt(at..at + word.len())? })
        })
    }
}

/// A title without what stands after its noun: （试行）, 》, the number of a compilation's piece.
fn bare(title: &str) -> &str {
    let mut text = title;
    loop {
        let before = text.len();
        text = text.trim_end_matches(|c: char| c.is_whitespace() || c.is_ascii_digit() || is_one_of(c, "》”\"。"));
        if is_one_of(last(text), "）)】") {
            let Some(open) = text.rfind(any_of("（(【")) else { return text };
            text = text.get(..open).unwrap_or_default();
        }
        if text.len() == before {
            return text;
        }
    }
}
