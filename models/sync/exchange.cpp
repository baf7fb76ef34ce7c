#include "models/sync/exchange.h"
#include "models/store/store.h"
#include "models/sync/serve.h"
#include "models/sync/settle.h"
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

const QString stateKey = u"sync.state"_s;
constexpr int pullLimit = 1000;
constexpr int anchorCount = 8;
constexpr int mostFailures = 6;

QStringList texts(const QJsonValue &list)
{
    QStringList out;
    for (const QJsonValue &item : list.toArray()) out.append(item.toString());
    return out;
}

bool isOurs(const ReplicaItem &item) { return std::holds_alternative<RevisionItem>(item) || std::holds_alternative<ErasureItem>(item); }

// What this program understands; grows with wire.cpp.
bool knowsType(const QString &type)
{
    return QStringList{u"revision"_s, u"erasure"_s, u"release"_s, u"environment"_s}.contains(type);
}

bool isSent(const FeedEntry &entry) { return entry.type == "document.revised"_L1 || entry.type == "content.erased"_L1; }

} // namespace

Result<Exchange::State> Exchange::load(Store &store)
{
    const auto value = store.settings().get(stateKey);
    if (!value) return value.error();
    const QJsonObject json = value->toObject();
    State state;
    state.feed = json.value("feed"_L1).toString();
    state.pull = json.value("pull"_L1).toString();
    state.push = json.value("push"_L1).toString();
    state.whole = json.value("whole"_L1).toBool();
    state.anchors = texts(json.value("anchors"_L1));
    state.skipped = texts(json.value("skipped"_L1));
    return state;
}

Result<void> Exchange::save(Store &store, const State &state)
{
    return store.settings().put(stateKey, QJsonObject{{u"feed"_s, state.feed},
                                                      {u"pull"_s, state.pull},
                                                      {u"push"_s, state.push},
                                                      {u"whole"_s, state.whole},
                                                      {u"anchors"_s, QJsonArray::fromStringList(state.anchors)},
                                                      {u"skipped"_s, QJsonArray::fromStringList(state.skipped)}});
}

// What an older program skipped is fetched by walking the server's feed again from its beginning.
Result<Exchange::State> Exchange::begin(Store &store)
{
    auto state = load(store);
    if (!state) return state.error();
    if (std::none_of(state->skipped.begin(), state->skipped.end(), knowsType)) return state;
    state->pull.clear();
    state->skipped.clear();
    if (const auto saved = save(store, *state); !saved) return saved.error();
    return state;
}

Result<Exchange::Step> Exchange::next(Store &store)
{
    const auto state = begin(store);
    if (!state) return state.error();
    if (!m_checked && !state->anchors.isEmpty()) {
        m_open = AskMissing{state->anchors};
        return m_open;
    }
    m_checked = true;
    if (!m_pulled) {
        m_open = Pull{state->pull, pullLimit};
        return m_open;
    }
    auto step = nextPush(store, *state);
    if (!step) return step.error();
    // What the server made of what it was sent.
    if (std::holds_alternative<Done>(*step) && std::exchange(m_sent, false)) {
        m_pulled = false;
        step = Step(Pull{state->pull, pullLimit});
    }
    m_open = *step;
    return m_open;
}

// The next page of what the server may lack. Stretches of the feed without such things are passed without asking.
Result<Exchange::Step> Exchange::nextPush(Store &store, const State &state)
{
    FeedCursor from = state.push;
    while (true) {
        m_othersErasures = false;
        const auto page = state.whole ? store.feed().after(from, m_pushLimit) : store.feed().madeHereAfter(from, m_pushLimit);
        if (!page && page.error().code == Error::Code::BadValue && !from.isEmpty()) {
            from.clear(); // our own database is an older one
            continue;
        }
        if (!page) return page.error();
        QList<FeedEntry> entries;
        QStringList revisions;
        for (const FeedEntry &entry : page->entries) {
            if (!isSent(entry)) continue;
            // A server that was set back forgot what was erased there: every desk that heard of it says so again.
            const bool others = entry.type == "content.erased"_L1 && entry.origin == Origin::Elsewhere;
            if (others && (!state.whole || m_mayNotErase)) continue;
            m_othersErasures = m_othersErasures || others;
            if (entry.type == "document.revised"_L1) {
                if (m_lacking && !m_lacking->contains(entry.subject)) continue;
                revisions.append(entry.subject);
            }
            entries.append(entry);
        }
        if (state.whole && !m_lacking && !revisions.isEmpty()) return Step(AskMissing{revisions});
        m_lacking.reset();
        QList<ReplicaItem> items;
        qint64 weight = 0;
        m_sending.clear();
        m_pushTo = page->next;
        FeedCursor last = from;
        for (const FeedEntry &entry : entries) {
            if (weight >= wire::pageBytes) {
                m_pushTo = last;
                break;
            }
            const auto found = store.replica().items({entry});
            if (!found) return found.error();
            for (const ReplicaItem &item : *found) {
                if (!isOurs(item)) continue;
                weight += weightOf(item);
                items.append(item);
            }
            if (entry.type == "document.revised"_L1) m_sending.append(entry.subject);
            last = entry.cursor;
        }
        if (!items.isEmpty()) return Step(Push{wire::writePush(items), int(items.size())});
        if (m_pushTo != state.push || state.whole)
            if (const auto saved = advancePush(store, m_pushTo, {}); !saved) return saved.error();
        if (!page->more) return Step(Done{});
        from = m_pushTo;
    }
}

Result<void> Exchange::advancePush(Store &store, const FeedCursor &to, const QStringList &sent)
{
    return store.transaction([&]() -> Result<void> {
        auto state = load(store);
        if (!state) return state.error();
        state->push = to;
        if (!sent.isEmpty()) state->anchors = (state->anchors + sent).last(std::min<qsizetype>(anchorCount, state->anchors.size() + sent.size()));
        if (state->whole) {
            const auto rest = store.feed().after(to, 1);
            if (!rest) return rest.error();
            state->whole = !rest->entries.isEmpty();
        }
        return save(store, *state);
    });
}

Result<Exchange::Effect> Exchange::pulled(Store &store, const wire::Changes &page)
{
    Effect effect;
    bool another = false;
    const auto done = store.transaction([&]() -> Result<void> {
        auto state = load(store);
        if (!state) return state.error();
        if (page.after != state->pull) return {}; // an old answer: its page is here already or will be asked for again
        another = !state->feed.isEmpty() && state->feed != page.feed;
        if (another) return {};
        const auto received = store.replica().receive(page.items, Origin::Elsewhere);
        if (!received) return received.error();
        const auto split = settleAll(store, received->split);
        if (!split) return split.error();
        effect.changed = received->changed;
        effect.split = *split;
        state->feed = page.feed;
        state->pull = page.next;
        for (const QString &type : page.skipped)
            if (!state->skipped.contains(type)) state->skipped.append(type);
        for (const ReplicaItem &item : page.items) {
            if (const auto *revision = std::get_if<RevisionItem>(&item)) state->anchors.append(revision->header.id());
            else if (!std::holds_alternative<ErasureItem>(item)) effect.environments = true;
        }
        if (state->anchors.size() > anchorCount) state->anchors = state->anchors.last(anchorCount);
        m_pulled = !page.more;
        return save(store, *state);
    });
    if (!done && done.error().code == Error::Code::NotFound) return refused(store, done.error());
    if (!done) return done.error();
    if (another) return startOver(store);
    m_failures = 0;
    return effect;
}

Result<Exchange::Effect> Exchange::pushed(Store &store)
{
    if (!std::holds_alternative<Push>(m_open)) return Effect{};
    m_open = Done{};
    m_sent = true;
    m_failures = 0;
    if (const auto saved = advancePush(store, m_pushTo, m_sending); !saved) return saved.error();
    return Effect{};
}

Result<Exchange::Effect> Exchange::missing(Store &store, const QStringList &revisions)
{
    if (!std::holds_alternative<AskMissing>(m_open)) return Effect{};
    m_open = Done{};
    if (!m_checked) {
        m_checked = true;
        if (!revisions.isEmpty()) return startOver(store);
        return Effect{};
    }
    m_lacking = revisions;
    return Effect{};
}

Result<Exchange::Effect> Exchange::startOver(Store &store)
{
    const auto done = store.transaction([&]() -> Result<void> {
        auto state = load(store);
        if (!state) return state.error();
        State fresh;
        fresh.whole = true;
        fresh.skipped = state->skipped;
        return save(store, fresh);
    });
    if (!done) return done.error();
    m_open = Done{};
    m_pulled = m_sent = false;
    m_checked = true;
    m_lacking.reset();
    Effect effect;
    effect.startedOver = true;
    return effect;
}

Result<Exchange::Effect> Exchange::refused(Store &store, const Error &error)
{
    if (++m_failures > mostFailures) {
        m_failures = 0;
        return error;
    }
    const bool pushing = std::holds_alternative<Push>(m_open), pulling = std::holds_alternative<Pull>(m_open);
    if (pushing && error.code == Error::Code::TooLarge && m_pushLimit > 1) {
        m_pushLimit = std::max(1, m_pushLimit / 4);
        return Effect{};
    }
    if (pushing && error.code == Error::Code::NotFound) return startOver(store);
    if (pushing && error.code == Error::Code::SecretShown) return withhold(store, error);
    if (pushing && error.code == Error::Code::Forbidden && m_othersErasures) {
        m_mayNotErase = true; // somebody's desk who may says it
        --m_failures;
        return Effect{};
    }
    if (pulling && (error.code == Error::Code::BadValue || error.code == Error::Code::NotFound)) return startOver(store);
    return error;
}

// The server saw the value of a secret in a revision it was sent. While that is how the document stands, a person must take it
// out. A version that was written over since loses its content here, and its header goes without it.
Result<Exchange::Effect> Exchange::withhold(Store &store, const Error &error)
{
    const QStringList place = error.args.value(1).split(u'/'); // "/items/N/content/…"
    const auto sent = wire::readPush(std::get<Push>(m_open).body);
    if (!sent) return sent.error();
    const qsizetype at = place.value(1) == "items"_L1 ? place.value(2).toInt() : -1;
    const auto *revision = at >= 0 && at < sent->size() ? std::get_if<RevisionItem>(&sent->at(at)) : nullptr;
    if (!revision) return error;
    const auto row = store.documents().find(revision->header.document);
    if (!row) return row.error();
    const QString hash = revision->header.contentSha256;
    for (const RevisionId &head : row->heads) {
        const auto header = store.documents().revision(head);
        if (!header) return header.error();
        if (header->header.contentSha256 == hash)
            return Error(error.code, {error.args.value(0), row->name + u' ' + u'/' + place.mid(4).join(u'/')});
    }
    const auto erased = store.replica().receive({ErasureItem{hash}}, Origin::Elsewhere);
    if (!erased) return erased.error();
    m_open = Done{};
    m_failures = 0;
    return Effect{};
}

Result<int> Exchange::pending(Store &store, int most)
{
    const auto state = load(store);
    if (!state) return state.error();
    int count = 0;
    FeedCursor from = state->push;
    while (count < most) {
        auto page = store.feed().madeHereAfter(from, 1000);
        if (!page && page.error().code == Error::Code::BadValue && !from.isEmpty()) page = store.feed().madeHereAfter({}, 1000);
        if (!page) return page.error();
        for (const FeedEntry &entry : page->entries) count += isSent(entry) ? 1 : 0;
        if (!page->more) break;
        from = page->next;
    }
    return std::min(count, most);
}

} // namespace vox
