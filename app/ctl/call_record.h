#pragma once
#include "app/calls/calls.h"
#include "models/base/redaction.h"
#include <QFile>
#include <QJsonObject>
#include <QMutex>

namespace vox::ctl {

// Follows one call for voxctl: keeps its events, optionally prints the transcript as it grows, writes --events as they
// happen, without the values of secrets, and takes the recording for --out before it is compressed. Called on the worker's thread.
class CallRecord final : public CallObserver {
public:
    enum class Printing { Quiet, Transcript };
    explicit CallRecord(Printing printing, Redaction redaction = {}) : m_printing(printing), m_redaction(std::move(redaction)) {}

    Result<void> writeEventsTo(const QString &path);
    void keepRecording(const QString &conversationsFolder, const QString &path);

    void eventHappened(const ConversationEvent &event) override;
    void metered(const Meter &, Samples, Samples) override {}
    void ended(const ConversationId &conversation) override;

    // After the call.
    QList<ConversationEvent> events() const;
    ConversationSummary summary() const;
    std::optional<Error> trouble() const;

private:
    mutable QMutex m_mutex; // guards all below
    const Printing m_printing;
    const Redaction m_redaction;
    QList<ConversationEvent> m_events;
    ConversationProjection m_projection;
    QFile m_eventsFile;
    QString m_conversationsFolder, m_recordingPath;
    std::optional<Error> m_trouble;
};

// What `voxctl talk --json` and `conversations show --json` print (formats.md): {conversation, agent, language, transcript,
// turns, outcome, errors}.
QJsonObject callJson(const ConversationSummary &summary);
// The same for people: transcript, then a table of the milliseconds of each turn, then how it ended.
QString transcriptRow(qint64 us, Who who, const QString &words);
QString transcriptText(const ConversationSummary &summary);
QString latencyTable(const ConversationSummary &summary);
QString outcomeText(std::optional<Outcome> outcome);

} // namespace vox::ctl
