//! The closed lists of words that stand in the tables and in commands alike.

use serde::{Deserialize, Serialize};

use crate::json::{Fill, FromJson, Json, ToJson, Trouble, Writer, first_of, one_of, write_one_of};
use crate::rulebook::PolicyChoice;
use crate::rulebook::policy::Grade;

macro_rules! words {
    ($($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $word:literal),+ $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
        )]
        pub enum $name {
            $($(#[$variant_doc])* #[serde(rename = $word)] $variant,)+
        }

        impl Word for $name {
            const WORDS: &'static [(&'static str, Self)] = &[$(($word, Self::$variant)),+];
            const NAMES: &'static [&'static str] = &[$($word),+];
        }

        impl Fill for $name {
            fn fill(&mut self, json: &Json<'_>, trouble: &mut Trouble) {
                one_of(self, json, Self::WORDS, trouble);
            }
        }

        impl FromJson for $name {
            fn blank() -> Self {
                const { first_of(Self::WORDS) }
            }
        }

        impl ToJson for $name {
            fn write(&self, out: &mut Writer) {
                write_one_of(self, Self::WORDS, out);
            }
        }
    )*};
}

/// A closed list of words as they stand in a table.
pub(super) trait Word: Sized + Copy + 'static {
    /// Every word with its meaning.
    const WORDS: &'static [(&'static str, Self)];
    /// The words alone, in the same order.
    const NAMES: &'static [&'static str];

    /// The meaning of the word at a place of the list.
    fn of(place: usize) -> Option<Self> {
        Self::WORDS.get(place).map(|(_, meaning)| *meaning)
    }
}

impl Word for Grade {
    const WORDS: &'static [(&'static str, Self)] = <Self as PolicyChoice>::CHOICES;
    const NAMES: &'static [&'static str] = &["poor", "average", "good", "excellent"];
}

words! {
    /// The field that an organization or a member works in.
    Sector {
        /// State body, State school or State enterprise (khu vực nhà nước).
        State = "state",
        /// Enterprise or unit outside the State (ngoài khu vực nhà nước).
        NonState = "nonState",
        /// Army and police (lực lượng vũ trang).
        ArmedForces = "armedForces",
        /// Village or residential group (thôn, tổ dân phố).
        Residential = "residential",
        /// Anything else.
        Other = "other",
    }

    /// Where an organization is (ORG-04).
    Setting {
        /// Body, school, enterprise.
        Standard = "standard",
        /// Village or residential group.
        Village = "village",
    }

    /// How an organization comes into the record.
    Act {
        /// It existed before.
        Registered = "registered",
        /// It is founded on the day given (thành lập).
        Founded = "founded",
    }

    /// Female or male.
    Sex {
        /// Nữ.
        Female = "female",
        /// Nam.
        Male = "male",
    }

    /// A post in an organization (chức vụ).
    Post {
        /// Secretary (bí thư).
        Secretary = "secretary",
        /// Deputy secretary (phó bí thư).
        DeputySecretary = "deputySecretary",
        /// Member of the standing committee (ủy viên ban thường vụ).
        StandingCommitteeMember = "standingCommitteeMember",
        /// Member of the committee (cấp ủy viên, chi ủy viên).
        CommitteeMember = "committeeMember",
        /// Head of the inspection committee (chủ nhiệm ủy ban kiểm tra).
        InspectionCommitteeHead = "inspectionCommitteeHead",
        /// Member of the inspection committee (ủy viên ủy ban kiểm tra).
        InspectionCommitteeMember = "inspectionCommitteeMember",
    }

    /// How a post came to its holder.
    Manner {
        /// By election (bầu).
        Elected = "elected",
        /// By the superior's appointment (chỉ định). ORG-21, ORG-22, ORG-43.
        Appointed = "appointed",
    }

    /// How a member stands to the cell's activity.
    Standing {
        /// Takes part as usual.
        Active = "active",
        /// Exempted from work and meetings (miễn công tác và sinh hoạt đảng).
        Exempted = "exempted",
        /// Suspended (đình chỉ sinh hoạt).
        Suspended = "suspended",
        /// Temporarily introduced elsewhere (chuyển sinh hoạt tạm thời).
        TemporarilyAway = "away",
    }

    /// Why a membership ended in this record.
    EndReason {
        /// Died (từ trần).
        Died = "died",
        /// Deleted from the list (xóa tên).
        Deleted = "deleted",
        /// Expelled (khai trừ).
        Expelled = "expelled",
        /// Left at own request (xin ra khỏi Đảng).
        Left = "left",
        /// Transferred to an organization outside this record (chuyển đi).
        TransferredOut = "transferredOut",
    }

    /// What kind of meeting it is.
    MeetingKind {
        /// Monthly meeting (sinh hoạt thường kỳ). MTG-01.
        Monthly = "monthly",
        /// Thematic meeting (sinh hoạt chuyên đề). MTG-06.
        Thematic = "thematic",
        /// Meeting of a whole grassroots committee (sinh hoạt đảng bộ). MTG-02.
        CommitteeWide = "committeeWide",
        /// Congress (đại hội).
        Congress = "congress",
    }

    /// A member's state in a roll-call (điểm danh).
    Presence {
        /// In the room (có mặt trực tiếp).
        PresentInPerson = "presentInPerson",
        /// By an online connection (có mặt trực tuyến).
        PresentOnline = "presentOnline",
        /// Absent with a reason (vắng có lý do).
        Excused = "excused",
        /// Absent without a reason (vắng không lý do).
        Unexcused = "unexcused",
        /// Exempted and absent (miễn sinh hoạt).
        Exempted = "exempted",
        /// Suspended (đình chỉ sinh hoạt).
        Suspended = "suspended",
        /// Temporarily elsewhere and absent (sinh hoạt tạm thời nơi khác).
        AwayTemporarily = "awayTemporarily",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_grades_stand_in_the_order_of_their_meanings() {
        let words: Vec<&str> = Grade::WORDS.iter().map(|(word, _)| *word).collect();
        assert_eq!(words, Grade::NAMES);
    }
}
