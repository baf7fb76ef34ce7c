#include "tests/support/generated_call.h"
#include "app/host/loudness.h"
#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <random>

using namespace Qt::StringLiterals;

namespace vox::stubs {

namespace {

// std::uniform_int_distribution differs between libraries; equal seeds shall make equal calls everywhere.
class Dice {
public:
    explicit Dice(quint64 seed) : m_random(seed * 2654435761U + 1) {}
    int between(int least, int most) { return least + int(m_random() % std::uint64_t(most - least + 1)); }
    bool once(int in) { return between(1, in) == 1; }

private:
    std::mt19937_64 m_random;
};

Says utterance(Dice &dice)
{
    QList<int> pattern{dice.between(300, 1600)};
    if (dice.once(3)) pattern << dice.between(120, 900) << dice.between(200, 900);
    return sounds(pattern, Says::When::AgentListens, dice.between(0, 1500));
}

Says interruption(Dice &dice)
{
    return dice.once(3) ? sounds({dice.between(30, 160)}, Says::When::AgentSpoke, dice.between(100, 2500))
                        : sounds({dice.between(350, 1500)}, Says::When::AgentSpoke, dice.between(50, 3500));
}

std::optional<std::size_t> firstAbove(const std::vector<float> &lane, std::size_t from, std::size_t to)
{
    for (std::size_t i = from; i < std::min(to, lane.size()); ++i)
        if (std::abs(lane[i]) > kAudible) return i;
    return std::nullopt;
}

std::optional<std::size_t> lastAbove(const std::vector<float> &lane, std::size_t before)
{
    for (std::size_t i = std::min(before, lane.size()); i > 0; --i)
        if (std::abs(lane[i - 1]) > kAudible) return i - 1;
    return std::nullopt;
}

constexpr std::size_t kQuiet = 20 * kSampleRate / 1000;

// The last sound before the one that lasts until `sample`.
std::optional<std::size_t> endBefore(const std::vector<float> &lane, std::size_t sample)
{
    for (auto before = lastAbove(lane, sample); before; before = lastAbove(lane, sample)) {
        if (sample - *before >= kQuiet) return before;
        sample = *before;
    }
    return std::nullopt;
}

} // namespace

std::shared_ptr<const Program> generatedAgent()
{
    return SmallAgent()
        .say(u"hello"_s, u"Hello, this is the order desk."_s)
        .listen(u"ask"_s, {u"order"_s, u"book"_s, u"think"_s}, {{u"attempts"_s, 0}})
        .say(u"found"_s, u"Your order left the warehouse on Monday morning and comes today."_s)
        .tool(u"book"_s, true, 1200, u"One moment."_s)
        .say(u"booked"_s, u"It is booked."_s)
        .say(u"unsure"_s, u"That did not work."_s)
        .model(u"think"_s)
        .say(u"pardon"_s, u"Please say that once more."_s)
        .intent(u"order"_s, {u"where is my order"_s})
        .intent(u"book"_s, {u"book a room"_s})
        .intent(u"think"_s, {u"tell me about it"_s})
        .go(u"hello"_s, u"next"_s, u"ask"_s)
        .go(u"ask"_s, u"order"_s, u"found"_s)
        .go(u"ask"_s, u"book"_s, u"book"_s)
        .go(u"ask"_s, u"think"_s, u"think"_s)
        .go(u"ask"_s, u"else"_s, u"pardon"_s)
        .go(u"found"_s, u"next"_s, u"ask"_s)
        .go(u"book"_s, u"done"_s, u"booked"_s)
        .go(u"book"_s, u"failed"_s, u"unsure"_s)
        .go(u"booked"_s, u"next"_s, u"ask"_s)
        .go(u"unsure"_s, u"next"_s, u"ask"_s)
        .go(u"think"_s, u"done"_s, u"ask"_s)
        .go(u"think"_s, u"failed"_s, u"pardon"_s)
        .go(u"pardon"_s, u"next"_s, u"ask"_s)
        .compile();
}

std::unique_ptr<Line> generatedCaller(quint64 seed, StubPortFactory &ports)
{
    Dice dice(seed);
    const QStringList texts{u"where is my order"_s, u"book a room"_s, u"tell me about it"_s, u"what"_s};
    for (int i = 0; i < 40; ++i) {
        const QString text = texts[dice.between(0, 3)];
        ports.hearing->segments << QStringList{text, text + u" please"_s, text + u" please now"_s, text + u" please now or never"_s};
    }
    ports.hearing->finalDelayUs = dice.once(3) ? 0 : dice.between(0, 700) * 1000;
    ports.hearing->partialEveryUs = dice.once(2) ? 0 : dice.between(100, 300) * 1000;
    ports.speaking->delayUs = dice.once(3) ? 0 : dice.between(0, 600) * 1000;
    ports.speaking->leadMs = dice.once(2) ? 0 : dice.between(1, 200);
    ports.thinking->pieces = {u"Well, "_s, u"that is so. "_s, u"And there is more."_s};
    ports.thinking->delayUs = dice.between(0, 1500) * 1000;
    ports.thinking->pieceDelayUs = dice.between(0, 120) * 1000;
    ports.thinking->fails = dice.once(9);
    ports.doing->delayUs = dice.between(0, 1600) * 1000;
    ports.doing->status = dice.once(6) ? 500 : 200;
    QList<Says> script;
    for (int i = dice.between(3, 8); i > 0; --i) script << (!script.isEmpty() && dice.once(3) ? interruption(dice) : utterance(dice));
    return caller(script, 2000);
}

Agreement agreement(const ConversationSummary &summary, const TwoLanes &recorded)
{
    constexpr std::size_t kAround = 200 * kSampleRate / 1000;
    Agreement found;
    found.held = summary.holds;
    for (const TurnLatency &turn : summary.turns) {
        if (!turn.totalUs()) continue;
        ++found.turns;
        found.interrupted += turn.interrupted;
        qint64 sum = 0;
        for (const auto &part : turn.partUs) sum += part.value_or(0);
        found.partsWrong += sum != *turn.totalUs();
        // Near where the log says, the first sample of the agent's behind silence; before it, the caller's last one.
        const auto logged = std::size_t(turn.agentStart->value * 16 / 1000);
        const std::size_t from = logged - std::min(logged, kAround);
        auto start = firstAbove(recorded.agent, from, logged + kAround);
        while (start && lastAbove(recorded.agent, *start) && *start - *lastAbove(recorded.agent, *start) < kQuiet)
            start = firstAbove(recorded.agent, *start + 1, logged + kAround);
        auto end = start ? lastAbove(recorded.caller, *start) : std::nullopt;
        // A caller who is already speaking again when the agent begins: what is answered came before that.
        if (end && *start - *end < kQuiet && firstAbove(recorded.caller, *start, *start + kQuiet)) end = endBefore(recorded.caller, *end);
        const qint64 heard = end ? (qint64(*start) - qint64(*end)) * 1000 / 16 : INT32_MAX;
        const qint64 apart = std::llabs(heard - *turn.totalUs());
        if (apart <= found.worstUs) continue;
        found.worstUs = apart;
        found.worstUtterance = turn.utterance;
    }
    return found;
}

} // namespace vox::stubs
