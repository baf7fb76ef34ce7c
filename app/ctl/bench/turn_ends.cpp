#include "app/ctl/bench/bench_calls.h"
#include "app/ctl/bench/made_up_callers.h"
#include "app/ctl/command_line.h"
#include "app/ctl/commands.h"
#include "app/ctl/console_output.h"
#include "app/realtime/live_executor.h"
#include "models/dialogue/turns/text_cues.h"
#include <QFile>
#include <QTextStream>
#include <cmath>
#include <future>

namespace vox::ctl {

using namespace Qt::StringLiterals;

namespace {

// The recogniser of this machine asked once at a time.
class Listening final : private SpeechToText::Listener {
public:
    static Result<std::unique_ptr<Listening>> with(Assembly &assembly)
    {
        std::unique_ptr<Listening> out(new Listening);
        auto made = assembly.ports().speechToText({}, u"en"_s, out->m_executor);
        if (!made) return made.error();
        out->m_recogniser = std::move(*made);
        return out;
    }
    ~Listening() override
    {
        std::promise<void> gone;
        m_executor.post([&] {
            m_recogniser.reset();
            gone.set_value();
        });
        gone.get_future().wait();
    }
    Result<Transcript> hear(Samples sound)
    {
        m_heard = {};
        auto heard = m_heard.get_future();
        m_executor.post([&] {
            m_recogniser->setListener(this);
            m_recogniser->begin();
            m_recogniser->feed(sound);
            m_ticket = m_recogniser->requestFinal();
        });
        return heard.get();
    }

private:
    Listening() = default;
    void partialHeard(const Transcript &) override {}
    void finalHeard(SpeechToText::Ticket ticket, const Transcript &transcript) override
    {
        if (ticket == m_ticket) m_heard.set_value(transcript);
    }
    void recognitionFailed(const Error &error) override { m_heard.set_value(error); }

    LiveExecutor m_executor;
    std::unique_ptr<SpeechToText> m_recogniser;
    SpeechToText::Ticket m_ticket = 0;
    std::promise<Result<Transcript>> m_heard;
};

constexpr std::size_t kLeadIn = kSampleRate / 5, kAfter = kSampleRate * 16 / 100;

// Silent stretches of a recorded line: where people pause by themselves.
PausingSpeech withItsPauses(const std::vector<float> &line)
{
    PausingSpeech out;
    out.sound = line;
    std::size_t quiet = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (std::fabs(line[i]) <= 0.012f) continue;
        if (i - quiet > kSampleRate * 28 / 100 && quiet > kSampleRate / 4) out.pauses.push_back({quiet, i});
        quiet = i;
    }
    return out;
}

struct Rows {
    QTextStream &out;
    Listening &listening;
    int written = 0;

    enum class Whole { Yes, No };
    std::optional<Error> add(const QString &sort, const PausingSpeech &speech, Whole whole = Whole::Yes)
    {
        std::vector<std::pair<std::size_t, bool>> ends;
        for (const auto &pause : speech.pauses) ends.emplace_back(pause.from, false);
        if (whole == Whole::Yes) ends.emplace_back(speech.sound.size(), true);
        for (const auto &[end, done] : ends) {
            std::vector<float> sound(kLeadIn, 0.0f);
            sound.insert(sound.end(), speech.sound.begin(), speech.sound.begin() + std::ptrdiff_t(end));
            sound.insert(sound.end(), kAfter, 0.0f);
            sound.resize(sound.size() / kBlockSamples * kBlockSamples);
            const auto heard = listening.hear(sound);
            if (!heard) return heard.error();
            const TextCues cues = textCues(heard->text);
            out << sort << '\t' << int(done) << '\t' << cues.finished << '\t' << heard->text << '\n';
            ++written;
        }
        return {};
    }
};

} // namespace

int turnEnds(Assembly &assembly, const std::vector<std::vector<float>> &recorded, MadeUpCallers::Set set, quint64 seed, int each, const QString &file)
{
    QFile to(file);
    if (!to.open(QIODevice::WriteOnly | QIODevice::Truncate)) return complain(Error(Error::Code::FileUnwritable, {file}, to.errorString()));
    QTextStream out(&to);
    prepare(assembly, answeringAgent(u"All right."_s));
    auto listening = Listening::with(assembly);
    if (!listening) return complain(listening.error());
    Rows rows{out, **listening};
    MadeUpCallers callers(assembly, set, seed);
    using Say = MadeUpCallers::Say;
    const std::pair<QString, Say> sorts[]{{u"sentence"_s, Say::PausingSentence}, {u"phone"_s, Say::Phone}, {u"email"_s, Say::Email}};
    for (const auto &[name, what] : sorts)
        for (int i = 0; i < (what == Say::PausingSentence ? each : each / 10); ++i) {
            const auto speech = callers.make(what);
            if (!speech) return complain(speech.error());
            if (const auto error = rows.add(name, *speech)) return complain(*error);
        }
    for (const auto &line : recorded) {
        if (const auto error = rows.add(u"human"_s, withItsPauses(line))) return complain(*error);
        if (const auto error = rows.add(u"cut"_s, callers.pausing(line), Rows::Whole::No)) return complain(*error);
    }
    print(translated("voxctl", "%1 ends and pauses written to %2").arg(rows.written).arg(file));
    return Good;
}

} // namespace vox::ctl
