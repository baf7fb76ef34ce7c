#include "app/ctl/call_record.h"
#include "app/ctl/console_output.h"
#include "app/wording/wording.h"
#include "models/conversation/log.h"
#include "models/conversation/redacted_events.h"
#include <QDir>
#include <QFile>
#include <QMutexLocker>

namespace vox::ctl {

using namespace Qt::StringLiterals;

Result<void> CallRecord::writeEventsTo(const QString &path)
{
    m_eventsFile.setFileName(path);
    if (!m_eventsFile.open(QIODevice::WriteOnly | QIODevice::Truncate))
        return Error(Error::Code::FileUnwritable, {path}, m_eventsFile.errorString());
    return {};
}

void CallRecord::keepRecording(const QString &conversationsFolder, const QString &path)
{
    m_conversationsFolder = conversationsFolder;
    m_recordingPath = path;
}

void CallRecord::eventHappened(const ConversationEvent &happened)
{
    const ConversationEvent event = redacted(happened, m_redaction);
    const QMutexLocker lock(&m_mutex);
    m_events.append(event);
    m_projection.add(event);
    if (m_eventsFile.isOpen() && (m_eventsFile.write(encodeEvent(event) + '\n') < 0 || !m_eventsFile.flush()))
        m_trouble = Error(Error::Code::FileUnwritable, {m_eventsFile.fileName()}, m_eventsFile.errorString());
    if (m_printing == Printing::Quiet) return;
    if (const auto *said = std::get_if<events::Utterance>(&event.body))
        print(transcriptRow(said->startUs, Who::Caller, said->text));
    if (const auto *ended = std::get_if<events::AnswerEnded>(&event.body); ended && !ended->heard.isEmpty())
        print(transcriptRow(ended->startUs, Who::Agent, ended->heard + (ended->interrupted ? u" –"_s : QString())));
    if (const auto *failure = std::get_if<events::Failure>(&event.body))
        print(u"%1  ! %2"_s.arg(QString::number(double(event.at.value) / 1e6, 'f', 2).rightJustified(7), wording::sentence(errorOf(*failure))));
}

void CallRecord::ended(const ConversationId &conversation)
{
    const QMutexLocker lock(&m_mutex);
    if (m_eventsFile.isOpen()) m_eventsFile.close();
    if (m_recordingPath.isEmpty()) return;
    const QString recording = QDir(m_conversationsFolder).filePath(conversation.text() + u"/audio.wav"_s);
    QFile::remove(m_recordingPath);
    QFile file(recording);
    if (!file.copy(m_recordingPath)) m_trouble = Error(Error::Code::FileUnwritable, {m_recordingPath}, file.errorString());
}

QList<ConversationEvent> CallRecord::events() const
{
    const QMutexLocker lock(&m_mutex);
    return m_events;
}

ConversationSummary CallRecord::summary() const
{
    const QMutexLocker lock(&m_mutex);
    return m_projection.summary();
}

std::optional<Error> CallRecord::trouble() const
{
    const QMutexLocker lock(&m_mutex);
    return m_trouble;
}

} // namespace vox::ctl
