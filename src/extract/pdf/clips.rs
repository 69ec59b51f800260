//! The clips that are open while a page is drawn.

use hayro_interpret::kurbo::Rect;

/// The bounds of open clips, each cut to the one around it; the page itself comes first and never closes.
pub(super) struct Clips(Vec<Rect>);

impl Clips {
    /// None but the page.
    pub(super) fn of(page: Rect) -> Self {
        Self(vec![page])
    }

    /// What all of them let through.
    pub(super) fn bounds(&self) -> Rect {
        self.0.last().copied().unwrap_or(Rect::ZERO)
    }

    /// A clip opens.
    pub(super) fn open(&mut self, clip: Rect) {
        self.0.push(self.bounds().intersect(clip));
    }

    /// The innermost clip closes.
    pub(super) fn close(&mut self) {
        if self.0.len() > 1 {
            self.0.pop();
        }
    }
}
