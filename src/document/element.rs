//! The parts of the document form (GB/T 9704-2012, and the form of speeches).

use super::Document;
use crate::Span;
use crate::named::named;
use std::borrow::Cow;

named! {
    /// Which part of the document form it is.
    #[repr(u8)]
    #[non_exhaustive]
    pub enum ElementKind {
        /// The title of a compilation: ……发言材料汇编（5篇）
        CollectionTitle = "collection_title",
        /// 发文机关标志: ××市人民政府文件
        IssuingMark = "issuing_mark",
        /// 发文字号: 国发〔2024〕3号
        DocNumber = "doc_number",
        /// 密级和保密期限: 机密★1年
        Secrecy = "secrecy",
        /// 紧急程度: 特急
        Urgency = "urgency",
        /// 签发人
        Signer = "signer",
        /// 主送机关: 各省、自治区、直辖市人民政府：
        Addressee = "addressee",
        /// 称谓: 同志们：
        Salutation = "salutation",
        /// 署名, or the speaker under the title
        Author = "author",
        /// 发文机关署名, at the end
        Signature = "signature",
        /// 成文日期, or the date under the title
        Date = "date",
        /// 附件说明: 附件：1.……
        AttachmentNote = "attachment_note",
        /// 附注: （此件公开发布）
        Note = "note",
        /// 抄送机关
        CopyTo = "copy_to",
        /// 印发机关和印发日期
        PrintInfo = "print_info",
        /// 特此通知。 谢谢大家！
        Closing = "closing",
    }
}

impl ElementKind {
    pub(crate) fn from_detail(detail: u8) -> Self {
        Self::ALL.get(usize::from(detail)).copied().unwrap_or(ElementKind::Note)
    }
}

/// A part of the document form.
#[derive(Clone, Copy)]
pub struct Element<'d> {
    pub(super) document: &'d Document<'d>,
    pub(super) at: u32,
}

impl<'d> Element<'d> {
    /// Which part it is.
    pub fn kind(self) -> ElementKind {
        ElementKind::from_detail(self.document.tree().slot(self.at).detail)
    }

    /// Its text, without noise.
    pub fn text(self) -> Cow<'d, str> {
        self.document.clean_text(self.at)
    }

    /// The place in the source, in bytes.
    pub fn span(self) -> Span {
        self.document.span_of(self.at)
    }
}
