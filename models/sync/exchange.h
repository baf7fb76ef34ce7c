#pragma once
#include "models/sync/wire.h"
#include <variant>

namespace vox {

class Store;

// The console's half of an exchange with its server, as steps: next() says what to ask, the caller asks and hands the answer
// in. It has no line of its own, so whoever drives it may lose, repeat and delay what he likes: where both stand is kept in
// the store's settings in the transaction of the page it belongs to, and every item may come twice. Used on the store's
// thread only.
class Exchange {
public:
    struct Pull { FeedCursor after; int limit = 0; };
    struct Push { QByteArray body; int count = 0; };
    struct AskMissing { QStringList revisions; };
    struct Done {};
    using Step = std::variant<Done, Pull, Push, AskMissing>;

    // What taking in an answer did to the documents here.
    struct Effect {
        QList<DocumentId> changed;  // got a revision
        QList<DocumentId> split;    // of those: a person must decide
        bool environments = false;  // releases or environments moved
        bool startedOver = false;   // the server is not the one it was: everything is compared again
    };

    // Done: both sides have the same, as far as this side can know.
    Result<Step> next(Store &store);
    // The answers to what next() said, also late or repeated ones.
    Result<Effect> pulled(Store &store, const wire::Changes &page);
    Result<Effect> pushed(Store &store);
    Result<Effect> missing(Store &store, const QStringList &revisions);
    // The server's refusal of a step. Takes back what can be done another way (a cursor it does not know, a revision it lacks, a
    // page too large) and goes on with the next next(); answers the error when a person must be told.
    Result<Effect> refused(Store &store, const Error &error);

    // The line was lost: at the next step the server is asked whether it still has what it had.
    void reconnected() { m_checked = false; }
    // Another round: next() begins with a pull again.
    void again() { m_pulled = false; }

    // Revisions and erasures made here that are not there yet; counts no further than `most`.
    static Result<int> pending(Store &store, int most = 1000);

private:
    struct State {
        QString feed;            // of the server
        FeedCursor pull;         // in the server's feed
        FeedCursor push;         // in our own
        bool whole = false;      // pushing compares everything, not only what was made here
        QStringList anchors;     // some revisions that the server had last
        QStringList skipped;     // types of items an older program of ours did not know
    };
    static Result<State> load(Store &store);
    static Result<void> save(Store &store, const State &state);
    Result<State> begin(Store &store);
    Result<Effect> startOver(Store &store);
    Result<Effect> withhold(Store &store, const Error &error);
    Result<Step> nextPush(Store &store, const State &state);
    Result<void> advancePush(Store &store, const FeedCursor &to, const QStringList &sent);

    bool m_checked = false;      // the anchors were asked for on this line
    bool m_pulled = false;       // nothing more to pull, as far as we know
    bool m_sent = false;         // something was pushed since the last pull
    int m_pushLimit = 500;       // entries; smaller after a TooLarge
    bool m_othersErasures = false; // the page on its way repeats erasures that were made elsewhere
    bool m_mayNotErase = false;  // the server does not take them from us
    int m_failures = 0;          // in a row, of those that are taken back
    Step m_open = Done{};        // what was said last
    FeedCursor m_pushTo;         // our feed's place after the page that is on its way
    QStringList m_sending;       // revisions in it
    std::optional<QStringList> m_lacking; // the answer to AskMissing of a page
};

} // namespace vox
