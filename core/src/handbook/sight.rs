//! How far a member of the record sees into an organization.

use super::command::Post;
use super::evaluations::Rated;
use super::state::Place;
use super::view::View;
use crate::access::{Connection, Sight, sight};
use crate::error::HandbookError;
use crate::identifier::MemberId;

impl View<'_> {
    /// How far someone sees into an organization; the host itself, where nobody is named, sees
    /// everything.
    pub(super) fn sight(
        &self,
        asker: Option<&MemberId>,
        organization: Place,
    ) -> Result<Sight, HandbookError> {
        match asker {
            None => Ok(Sight::Everything),
            Some(asker) => {
                let asker = self.state.member_place("asker", asker)?;
                Ok(sight(self.connection(asker, organization)))
            }
        }
    }

    /// Whether a sight shows the yearly level of one: of an organization with sums, of a member
    /// and of what stands below a grassroots organization with cells. The own one is seen anyway.
    pub(super) fn sees_levels(&self, sight: Sight, rated: Rated) -> bool {
        match rated {
            _ if sight >= Sight::Cells => true,
            Rated::Organization(place) => sight == Sight::Sums && !self.below_grassroots(place),
            Rated::Member(_) => false,
        }
    }

    /// Whether a cell that is no grassroots organization.
    pub(super) fn is_lower_cell(&self, organization: Place) -> bool {
        let kind = self.kind_rule(organization);
        kind.is_some_and(|kind| kind.cell && !kind.grassroots)
    }

    /// Sums are those of grassroots organizations: a cell below one is out of their sight, and so
    /// is whatever stands below either.
    fn below_grassroots(&self, organization: Place) -> bool {
        let kind = |place: Place| self.kind_rule(place);
        self.is_lower_cell(organization)
            || (!kind(organization).is_some_and(|kind| kind.grassroots)
                && self
                    .ancestors(organization)
                    .any(|above| kind(above).is_some_and(|kind| kind.cell || kind.grassroots)))
    }

    fn connection(&self, asker: Place, organization: Place) -> Connection {
        let mut connection = Connection::default();
        let below_grassroots = self.below_grassroots(organization);
        let here_and_above = || std::iter::once(organization).chain(self.ancestors(organization));
        if let Some(home) = self.state.member(asker).home(self.date) {
            connection.belongs =
                home == organization || self.ancestors(home).any(|above| above == organization);
        }
        for place in here_and_above() {
            let Some(kind) = self.kind_rule(place) else {
                continue;
            };
            if kind.cell && self.holds(asker, place, Post::leads) {
                connection.leads_cell |= place == organization;
            }
            if !kind.cell && self.steers(asker, place) {
                if kind.grassroots || self.has_cells(place) {
                    connection.steers_cells = true;
                } else {
                    connection.steers_above |= !below_grassroots;
                }
            }
        }
        connection
    }

    /// Whether cells stand directly below: a commune has them also where it is above grassroots.
    fn has_cells(&self, place: Place) -> bool {
        self.state
            .structure
            .children(place, self.date)
            .any(|child| self.is_lower_cell(child))
    }

    fn ancestors(&self, place: Place) -> impl Iterator<Item = Place> {
        self.state.structure.ancestors(place, self.date)
    }

    fn holds(&self, asker: Place, organization: Place, post: impl Fn(Post) -> bool) -> bool {
        let known = self.state.organization(organization);
        known
            .posts
            .iter()
            .any(|held| held.member == asker && held.covers(self.date) && post(held.post))
    }

    /// The standing committee steers; where there is none, the committee does.
    fn steers(&self, asker: Place, organization: Place) -> bool {
        let known = self.state.organization(organization);
        let standing = known
            .posts
            .iter()
            .any(|held| held.covers(self.date) && held.post == Post::StandingCommitteeMember);
        self.holds(asker, organization, |post| {
            post.leads() && !(standing && post == Post::CommitteeMember)
        })
    }
}

impl Post {
    /// Whether its holder sits on the committee.
    fn leads(self) -> bool {
        matches!(
            self,
            Self::Secretary
                | Self::DeputySecretary
                | Self::StandingCommitteeMember
                | Self::CommitteeMember
        )
    }
}
