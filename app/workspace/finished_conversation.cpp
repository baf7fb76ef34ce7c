#include "app/workspace/finished_conversation.h"
#include "app/sound/stereo_recorder.h"
#include "models/conversation/log.h"
#include "models/conversation/redacted_events.h"
#include <QFile>
#include <QFileInfo>

namespace vox {

using namespace Qt::StringLiterals;

Result<FinishedConversation> readLiveFolder(const QString &folder, ConversationId id, const Redaction &redaction)
{
    QFile file(folder + u'/' + liveLogName);
    if (!file.open(QIODevice::ReadOnly)) return Error(Error::Code::NotFound, {u"conversation"_s, id.text()});
    QByteArray bytes = redactedLog(file.readAll(), redaction);
    const ConversationLog log = readLog(bytes);
    bytes.truncate(log.validBytes);
    QList<ConversationEvent> events = log.events;

    FinishedConversation out;
    bool ended = false;
    for (const ConversationEvent &event : events) ended = ended || std::holds_alternative<events::Ended>(event.body);
    if (!ended) {
        // The program died: the call lasted as long as its sound, or its last event when that is later.
        Micros last = events.isEmpty() ? Micros() : events.last().at;
        if (const QString sound = folder + u'/' + liveSoundName; QFileInfo::exists(sound))
            if (const auto frames = recoverRecording(sound)) last = std::max(last, microsOfSamples(*frames));
        const ConversationEvent end{last, events::Ended{Outcome::CutOff, {}}};
        events.append(end);
        bytes += writeLog({end});
        out.wasCutOff = true;
    }
    out.summary = summarise(std::span(events.constData(), std::size_t(events.size())));
    out.entry = {rowOf(id, out.summary), bytes, searchTextOf(out.summary)};
    return out;
}

} // namespace vox
