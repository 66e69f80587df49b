//! The acts of one decision that change organizations.

use serde::{Deserialize, Serialize};

use super::command::Post;
use crate::exchange::Sector;
use crate::identifier::{KindId, MemberId, OrganizationId};
use crate::organization::CommitteeVote;

/// One act of a decision. The acts of a decision take effect together, in the order given; a
/// later act may speak of an organization that an earlier one founded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(
    tag = "type",
    rename_all = "camelCase",
    rename_all_fields = "camelCase",
    deny_unknown_fields
)]
pub enum OrganizationAct {
    /// An organization is founded (thành lập).
    Found {
        /// Its identifier in this record, new to it.
        id: OrganizationId,
        /// Its kind.
        kind: KindId,
        /// The organization directly above; absent for a root of the record.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        parent: Option<OrganizationId>,
        /// Its name.
        name: String,
        /// Its code, where it has one. A code is not an identity.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        code: Option<String>,
        /// The field it works in.
        sector: Sector,
        /// Whether it is in a village or residential group (ORG-04).
        #[serde(default)]
        village: bool,
        /// Why it is made, where its kind asks for a reason: a temporary cell (ORG-19).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        purpose: Option<String>,
        /// The members who form it; they leave the cells they are in.
        #[serde(default)]
        members: Vec<MemberId>,
        /// Whom the direct superior appoints (ORG-43).
        #[serde(default)]
        posts: Vec<PostHolder>,
    },
    /// Organizations go into another (hợp nhất, sáp nhập): into a new one, where an act before
    /// this one founded it, or into one that goes on. Members and subordinate organizations come
    /// along, posts of those that end are over.
    Merge {
        /// Those that end.
        from: Vec<OrganizationId>,
        /// The one they go into.
        into: OrganizationId,
    },
    /// An organization is divided (chia, tách). Every member and every subordinate organization
    /// is assigned one by one; nobody is left over unless the organization goes on.
    Split {
        /// The one that is divided.
        from: OrganizationId,
        /// What goes where.
        into: Vec<SplitShare>,
        /// Whether the organization goes on with those who are not assigned (tách).
        #[serde(default)]
        continues: bool,
    },
    /// An organization comes under another, with everything below it.
    Move {
        /// The organization.
        organization: OrganizationId,
        /// The new one directly above.
        parent: OrganizationId,
    },
    /// An organization becomes one of another kind.
    ChangeKind {
        /// The organization.
        organization: OrganizationId,
        /// The new kind.
        kind: KindId,
    },
    /// An organization gets another name or code.
    Rename {
        /// The organization.
        organization: OrganizationId,
        /// The new name; absent where it stays.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        name: Option<String>,
        /// The new code; absent where it stays.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        code: Option<String>,
    },
    /// An organization is dissolved (giải thể, ORG-40); every member goes somewhere.
    Dissolve {
        /// The organization.
        organization: OrganizationId,
        /// Where each member goes.
        #[serde(default)]
        members: Vec<Destination>,
    },
    /// An organization is disbanded as discipline (giải tán, ORG-41); every member who stays
    /// one goes somewhere.
    Disband {
        /// The organization.
        organization: OrganizationId,
        /// Where each member goes.
        #[serde(default)]
        members: Vec<Destination>,
        /// The vote of the committee directly above, which proposes.
        proposing: CommitteeVote,
        /// The vote of the committee one level further up, which decides.
        deciding: CommitteeVote,
    },
    /// A whole tier ends: every organization of a kind; what stood below comes under what stood
    /// above (ORG-01, ORG-02).
    EndTier {
        /// The kind.
        kind: KindId,
    },
}

/// What of a divided organization goes to one of its heirs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SplitShare {
    /// The heir: it exists, or an act before founded it.
    pub organization: OrganizationId,
    /// The members who go there.
    #[serde(default)]
    pub members: Vec<MemberId>,
    /// The subordinate organizations that go there.
    #[serde(default)]
    pub organizations: Vec<OrganizationId>,
    /// Whom the direct superior appoints there (ORG-43).
    #[serde(default)]
    pub posts: Vec<PostHolder>,
}

/// Someone who is appointed to a post.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PostHolder {
    /// The member.
    pub member: MemberId,
    /// The post.
    pub post: Post,
}

/// Where a member of an organization that ends goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Destination {
    /// The member.
    pub member: MemberId,
    /// The cell.
    pub to: OrganizationId,
}

/// How an organization ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Closing {
    /// It went into another.
    Merged,
    /// It was divided.
    Split,
    /// It was dissolved (giải thể).
    Dissolved,
    /// It was disbanded as discipline (giải tán).
    Disbanded,
    /// Its tier ended.
    TierEnded,
}
