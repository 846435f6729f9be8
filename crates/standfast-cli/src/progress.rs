//! Progress on a terminal, and Ctrl-C.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};
use standfast::ensemble::Observer;
use standfast_report::Catalogue;

use crate::output::stderr_is_terminal;

/// Shows nothing in the first second, nor where nobody looks.
const QUIET: Duration = Duration::from_secs(1);

/// Watches a run for a user.
pub(crate) struct Progress {
    bar: ProgressBar,
    started: Instant,
    shown: AtomicBool,
    cancelled: Arc<AtomicBool>,
}

impl Progress {
    pub(crate) fn new(catalogue: &Catalogue) -> Progress {
        let cancelled = Arc::new(AtomicBool::new(false));
        let flag = Arc::clone(&cancelled);
        // Without a handler Ctrl-C ends the program at once, which is as good.
        let _ = ctrlc::set_handler(move || {
            if flag.swap(true, Ordering::SeqCst) {
                std::process::exit(130);
            }
        });
        let bar = ProgressBar::with_draw_target(None, ProgressDrawTarget::hidden());
        // The words are the catalogue's, the places in braces the bar's.
        let places = [
            ("bar", "{bar:40}".into()),
            ("percent", "{percent:>3}".into()),
            ("rate", "{rate}".into()),
            ("left", "{eta}".into()),
        ];
        if let Ok(style) = ProgressStyle::with_template(&catalogue.text("progress", &places)) {
            bar.set_style(style.with_key("rate", whole_games_a_second));
        }
        Progress { bar, started: Instant::now(), shown: AtomicBool::new(false), cancelled }
    }

    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}

impl Observer for Progress {
    fn advanced(&self, done: usize, total: usize) {
        self.bar.set_length(total as u64);
        self.bar.set_position(done as u64);
        let late = self.started.elapsed() > QUIET;
        if late && stderr_is_terminal() && !self.shown.swap(true, Ordering::SeqCst) {
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }

    fn cancelled(&self) -> bool {
        self.cancelled.load(Ordering::SeqCst)
    }
}

fn whole_games_a_second(state: &ProgressState, to: &mut dyn std::fmt::Write) {
    // A bar that cannot be written to is the terminal's loss.
    let _ = write!(to, "{:.0}", state.per_sec());
}
