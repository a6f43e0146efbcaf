//! The parts of the document form (GB/T 9704-2012, and the form of speeches).

use super::Document;
use crate::Span;
use std::borrow::Cow;

/// Which part of the document form it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
#[non_exhaustive]
pub enum ElementKind {
    /// The title of a compilation: ……发言材料汇编（5篇）
    CollectionTitle,
    /// 发文机关标志: ××市人民政府文件
    IssuingMark,
    /// 发文字号: 国发〔2024〕3号
    DocNumber,
    /// 密级和保密期限: 机密★1年
    Secrecy,
    /// 紧急程度: 特急
    Urgency,
    /// 签发人
    Signer,
    /// 主送机关: 各省、自治区、直辖市人民政府：
    Addressee,
    /// 称谓: 同志们：
    Salutation,
    /// 署名, or the speaker under the title
    Author,
    /// 发文机关署名, at the end
    Signature,
    /// 成文日期, or the date under the title
    Date,
    /// 附件说明: 附件：1.……
    AttachmentNote,
    /// 附注: （此件公开发布）
    Note,
    /// 抄送机关
    CopyTo,
    /// 印发机关和印发日期
    PrintInfo,
    /// 特此通知。 谢谢大家！
    Closing,
}

impl ElementKind {
    /// Every kind, in the order of the enum.
    pub const ALL: [ElementKind; 16] = [
        ElementKind::CollectionTitle,
        ElementKind::IssuingMark,
        ElementKind::DocNumber,
        ElementKind::Secrecy,
        ElementKind::Urgency,
        ElementKind::Signer,
        ElementKind::Addressee,
        ElementKind::Salutation,
        ElementKind::Author,
        ElementKind::Signature,
        ElementKind::Date,
        ElementKind::AttachmentNote,
        ElementKind::Note,
        ElementKind::CopyTo,
        ElementKind::PrintInfo,
        ElementKind::Closing,
    ];

    /// The name in JSON, such as `doc_number`.
    pub fn name(self) -> &'static str {
        match self {
            ElementKind::CollectionTitle => "collection_title",
            ElementKind::IssuingMark => "issuing_mark",
            ElementKind::DocNumber => "doc_number",
            ElementKind::Secrecy => "secrecy",
            ElementKind::Urgency => "urgency",
            ElementKind::Signer => "signer",
            ElementKind::Addressee => "addressee",
            ElementKind::Salutation => "salutation",
            ElementKind::Author => "author",
            ElementKind::Signature => "signature",
            ElementKind::Date => "date",
            ElementKind::AttachmentNote => "attachment_note",
            ElementKind::Note => "note",
            ElementKind::CopyTo => "copy_to",
            ElementKind::PrintInfo => "print_info",
            ElementKind::Closing => "closing",
        }
    }

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
