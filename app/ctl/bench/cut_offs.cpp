#include "app/calls/caller_voice.h"
#include "app/ctl/bench/bench_calls.h"
#include "app/ctl/command_line.h"
#include "app/ctl/commands.h"
#include "app/ctl/console_output.h"
#include <QRandomGenerator>
#include <algorithm>
#include <cmath>

namespace vox::ctl {

using namespace Qt::StringLiterals;

namespace {

using When = SimulatedCaller::Utterance::When;
using Random = QRandomGenerator;

constexpr int kShortestPauseMs = 300;
constexpr int kLongestPauseMs = 1200;

// What a caller says, in parts: he pauses between them.
struct Spoken {
    QStringList parts;
    std::vector<float> sound;
    int pauses = 0;
};

template <typename List> auto oneOf(const List &list, Random &random) { return list[qsizetype(random.bounded(quint32(list.size())))]; }
int pauseMs(Random &random) { return random.bounded(kShortestPauseMs, kLongestPauseMs + 1); }

const QStringList &sentences()
{
    static const QStringList list{
        u"I would like to know where my order is right now"_s, u"Can you tell me when the courier will come to my house"_s,
        u"My parcel was supposed to arrive on Monday but nobody came"_s, u"I want to change the delivery address of my last order"_s,
        u"Could you please connect me with somebody from the billing department"_s, u"I was charged twice for the same thing last week"_s,
        u"Do you have this jacket in a larger size and in blue"_s, u"The screen went black after the last update and it does not start"_s,
        u"I need to cancel my appointment with the doctor on Friday"_s, u"How much does it cost to send a letter to Germany"_s,
        u"My internet has been very slow since yesterday evening"_s, u"Please send the invoice to my new address in London"_s,
        u"What time do you open on Saturday and on Sunday"_s, u"I forgot my password and the reset link does not work"_s,
        u"There is a mistake in the contract that you sent me"_s, u"I would like to book a table for four people at seven"_s,
        u"Is it possible to return the shoes without the box"_s, u"The driver left the package with a neighbour I do not know"_s,
        u"Could you repeat the last part because I did not hear it"_s, u"We are moving next month and need to close the account"_s};
    return list;
}

QString digit(Random &random)
{
    static const QStringList words{u"zero"_s, u"one"_s, u"two"_s, u"three"_s, u"four"_s, u"five"_s, u"six"_s, u"seven"_s, u"eight"_s, u"nine"_s};
    return oneOf(words, random);
}

// A sentence with a pause before one of its words, never the first or the last.
QStringList pausingSentence(Random &random)
{
    const QStringList words = oneOf(sentences(), random).split(u' ');
    const qsizetype at = random.bounded(1, int(words.size()) - 1);
    return {words.mid(0, at).join(u' '), words.mid(at).join(u' ')};
}

// Ten digits in groups of two to four.
QStringList phone(Random &random)
{
    QStringList groups;
    for (int left = 10; left > 0;) {
        const int size = left <= 4 ? left : std::min(left - 2, random.bounded(2, 5));
        QStringList group;
        for (int i = 0; i < size; ++i) group.append(digit(random));
        groups.append(group.join(u' '));
        left -= size;
    }
    return groups;
}

QStringList email(Random &random)
{
    static const QStringList first{u"john"_s, u"mary"_s, u"peter"_s, u"anna"_s, u"david"_s, u"susan"_s};
    static const QStringList last{u"smith"_s, u"brown"_s, u"taylor"_s, u"wilson"_s, u"green"_s, u"baker"_s};
    static const QStringList host{u"gmail dot com"_s, u"yahoo dot com"_s, u"outlook dot com"_s, u"example dot org"_s};
    return {oneOf(first, random) + u" dot"_s, oneOf(last, random), u"at"_s, oneOf(host, random)};
}

// The parts by one voice, each said as if more came where the voice can, with silence between them.
Result<std::vector<float>> say(Assembly &assembly, const QStringList &parts, const VoiceSettings &voice, Random &random)
{
    std::vector<float> out;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const bool more = i + 1 < parts.size();
        auto sound = speakToMemory(assembly.ports(), more ? parts[i] + u',' : parts[i] + u'.', voice);
        if (!sound) return sound.error();
        const auto audible = [](float sample) { return std::fabs(sample) > 0.01f; };
        const auto first = std::find_if(sound->begin(), sound->end(), audible);
        const auto last = std::find_if(sound->rbegin(), sound->rend(), audible).base();
        if (first < last) out.insert(out.end(), first, last);
        if (more) out.insert(out.end(), std::size_t(pauseMs(random)) * kSampleRate / 1000, 0.0f);
    }
    return out;
}

// A recorded human with a pause put in where he is quietest in the middle half.
std::vector<float> pausingHuman(const std::vector<float> &sound, Random &random)
{
    constexpr std::size_t window = kSampleRate / 50;
    std::size_t quietest = sound.size() / 2;
    float least = std::numeric_limits<float>::max();
    for (std::size_t at = sound.size() / 4; at + window < sound.size() * 3 / 4; at += window / 4) {
        float energy = 0;
        for (std::size_t i = at; i < at + window; ++i) energy += sound[i] * sound[i];
        if (energy < least) {
            least = energy;
            quietest = at + window / 2;
        }
    }
    std::vector<float> out(sound.begin(), sound.begin() + std::ptrdiff_t(quietest));
    out.insert(out.end(), std::size_t(pauseMs(random)) * kSampleRate / 1000, 0.0f);
    out.insert(out.end(), sound.begin() + std::ptrdiff_t(quietest), sound.end());
    return out;
}

struct Counted {
    int said = 0, cutOff = 0;
    std::vector<std::int64_t> delays; // of those that were not cut off
    QStringList where;                // what the agent had heard when it cut the caller off
};

// Against the recording: an agent who begins while the caller has more to say cuts him off.
void count(const Measured &call, Counted &into)
{
    const auto caller = utterancesIn(call.lanes.caller, kLongestPauseMs + 150), agent = utterancesIn(call.lanes.agent, 150);
    for (const Utterance &said : caller) {
        ++into.said;
        const auto answer = std::find_if(agent.begin(), agent.end(), [&](const Utterance &a) { return a.startUs > said.startUs; });
        if (answer == agent.end()) continue;
        if (answer->startUs >= said.endUs) {
            into.delays.push_back(answer->startUs - said.endUs);
            continue;
        }
        ++into.cutOff;
        for (const TranscriptLine &line : call.summary.transcript)
            if (line.who == Who::Caller && line.start.value >= said.startUs - 300000 && line.start.value < answer->startUs) into.where.append(line.text);
    }
}

} // namespace

int cutOffs(Assembly &assembly, const std::vector<std::vector<float>> &recorded, quint64 seed, int each)
{
    Random random{quint32(seed)};
    static const QStringList voices{u"alan"_s, u"bdl"_s, u"clb"_s, u"slt"_s};
    struct Sort {
        QString name, entity;
        std::function<Result<std::vector<float>>()> make;
    };
    const auto voice = [&] { return VoiceSettings{u"en"_s, oneOf(voices, random)}; };
    const std::vector<Sort> sorts{
        {translated("voxctl", "sentences without a pause"), {}, [&] { return say(assembly, {oneOf(sentences(), random)}, voice(), random); }},
        {translated("voxctl", "sentences with a pause"), {}, [&] { return say(assembly, pausingSentence(random), voice(), random); }},
        {translated("voxctl", "recorded people with a pause"), {}, [&]() -> Result<std::vector<float>> { return pausingHuman(recorded[random.bounded(quint32(recorded.size()))], random); }},
        {translated("voxctl", "dictated telephone numbers"), u"phone"_s, [&] { return say(assembly, phone(random), voice(), random); }},
        {translated("voxctl", "dictated e-mail addresses"), u"email"_s, [&] { return say(assembly, email(random), voice(), random); }},
    };
    print(machine());
    print(translated("voxctl", "Callers who pause for %1 to %2 ms, virtual clock, seed %3; delays without the work of models, ms").arg(kShortestPauseMs).arg(kLongestPauseMs).arg(seed));
    Counted all;
    for (const Sort &sort : sorts) {
        const Agent agent = answeringAgent(u"All right."_s, sort.entity);
        prepare(assembly, agent);
        QList<SimulatedCaller::Utterance> script;
        for (int i = 0; i < each; ++i) {
            auto sound = sort.make();
            if (!sound) return complain(sound.error());
            script.append({u"…"_s, When::AgentListens, 1500000, std::move(*sound)});
        }
        const auto call = runRecorded(assembly, agent, std::move(script), ConversationHost::Pace::AsFastAsPossible);
        if (!call) return complain(call.error());
        Counted counted;
        count(*call, counted);
        print(translated("voxctl", "  %1 cut off %2 of %3; delay %4").arg(sort.name, -30).arg(counted.cutOff, 3).arg(counted.said, 3).arg(figures(counted.delays)));
        for (const QString &where : std::as_const(counted.where)) print(u"      …"_s + where);
        all.said += counted.said;
        all.cutOff += counted.cutOff;
        all.delays.insert(all.delays.end(), counted.delays.begin(), counted.delays.end());
    }
    print(translated("voxctl", "  %1 cut off %2 of %3; delay %4").arg(translated("voxctl", "all"), -30).arg(all.cutOff, 3).arg(all.said, 3).arg(figures(all.delays)));
    return Good;
}

} // namespace vox::ctl
