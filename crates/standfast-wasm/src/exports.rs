//! What the module exports: a buffer for a request, and one for its answer.
//!
//! The page asks for a buffer of a length, writes the request into it, has it answered, and reads the answer where
//! it stands, before it asks again:
//!
//! ```text
//! request(length) → where    answer() → where    answered() → length
//! ```

use std::cell::RefCell;

/// Tells the page how far an answer has got.
#[cfg(target_arch = "wasm32")]
pub(crate) fn advanced(done: usize, total: usize) {
    mod page {
        #[expect(unsafe_code, reason = "the type of an import is taken on trust")]
        #[link(wasm_import_module = "page")]
        unsafe extern "C" {
            pub(super) safe fn advanced(done: usize, total: usize);
        }
    }
    page::advanced(done, total);
}

/// There is no page here.
#[cfg(not(target_arch = "wasm32"))]
pub(crate) fn advanced(_done: usize, _total: usize) {}

thread_local! {
    static ENGINE: RefCell<crate::Engine> = RefCell::default();
    static REQUEST: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
    static ANSWER: RefCell<Vec<u8>> = const { RefCell::new(Vec::new()) };
}

/// Makes room for a request of so many bytes, and says where.
#[expect(unsafe_code, reason = "the name of an export is taken on trust")]
#[unsafe(no_mangle)]
pub extern "C" fn request(length: usize) -> *const u8 {
    REQUEST.with_borrow_mut(|request| {
        request.clear();
        request.resize(length, 0);
        request.as_ptr()
    })
}

/// Answers the request that was written, and says where the answer stands.
#[expect(unsafe_code, reason = "the name of an export is taken on trust")]
#[unsafe(no_mangle)]
pub extern "C" fn answer() -> *const u8 {
    let request = REQUEST.take();
    let answer = ENGINE.with_borrow_mut(|engine| engine.answer(&request));
    ANSWER.with_borrow_mut(|last| {
        *last = answer;
        last.as_ptr()
    })
}

/// How many bytes the last answer has.
#[expect(unsafe_code, reason = "the name of an export is taken on trust")]
#[unsafe(no_mangle)]
pub extern "C" fn answered() -> usize {
    ANSWER.with_borrow(Vec::len)
}
