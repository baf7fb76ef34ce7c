#include "app/talks/talk_timeline.h"
#include <QHash>
#include <algorithm>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

using Kind = TalkLine::Kind;

// Collects moments while it walks through the events.
class Walk {
public:
    void take(const ConversationEvent &event, bool callIsOver)
    {
        const qint64 at = event.at.value;
        const EventBody &body = event.body;
        if (const auto *e = std::get_if<events::AnswerPlanned>(&body)) m_planned.insert(e->answer, e->text);
        else if (const auto *e = std::get_if<events::AnswerStarted>(&body)) add(Kind::AgentSpeaks, e->startUs, m_started[e->answer] = m_planned.value(e->answer));
        else if (const auto *e = std::get_if<events::AnswerEnded>(&body)) {
            // What was never heard was not stopped, and hanging up is no interruption.
            if (e->interrupted && m_started.contains(e->answer) && !callIsOver) {
                add(Kind::AgentStops, e->endUs, e->heard);
                moments.last().orderUs = at;
            }
        }
        else if (std::get_if<events::Held>(&body)) add(Kind::AgentHolds, at, {});
        else if (std::get_if<events::Resumed>(&body)) add(Kind::AgentResumes, at, {});
        else if (const auto *e = std::get_if<events::ToolCalled>(&body)) {
            if (e->name == "press_keys"_L1 && e->method.isEmpty()) add(Kind::Keys, at, e->arguments.value("digits"_L1).toString());
            else add(Kind::Tool, at, e->name);
        }
        else if (std::get_if<events::ModelAsked>(&body)) add(Kind::Model, at, {});
        else if (const auto *e = std::get_if<events::Utterance>(&body)) add(Kind::Utterance, at, e->text);
        else if (const auto *e = std::get_if<events::HandedOver>(&body)) add(Kind::HandsOver, at, e->queue);
        else if (const auto *e = std::get_if<events::Failure>(&body)) add(Kind::Failure, at, e->code);
    }
    void add(Kind kind, qint64 us, const QString &text, int line = 0) { moments.append({kind, us, 0, text, line, us}); }

    QList<TalkMoment> moments;

private:
    QHash<qint64, QString> m_planned, m_started;
};

QString said(const TalkLine &line)
{
    QString text;
    for (const TalkLine::Piece &piece : line.pieces)
        text += piece.text.isEmpty() ? u" pauses %1ms "_s.arg(piece.pauseUs / 1000) : quotedForTalk(piece.text);
    return text;
}

} // namespace

QList<TalkMoment> timelineOf(const Talk &talk, const TalkScene &scene, const QList<ConversationEvent> &events)
{
    Walk walk;
    for (const TalkScene::Act &act : scene.acts)
        for (const TalkLine &line : talk.lines)
            if (line.line == act.line) walk.add(line.kind, act.startUs, line.kind == Kind::Speaks ? said(line) : line.text, line.line);
    const auto over = events.isEmpty() ? 0 : events.last().at.value;
    for (const ConversationEvent &event : events) walk.take(event, event.at.value >= over);
    std::stable_sort(walk.moments.begin(), walk.moments.end(), [](const TalkMoment &a, const TalkMoment &b) { return a.orderUs < b.orderUs; });
    for (TalkMoment &moment : walk.moments)
        for (const TalkScene::Act &act : scene.acts)
            if (act.startUs < moment.us && act.endUs <= moment.us) moment.cueUs = std::max(moment.cueUs, act.endUs);
    return walk.moments;
}

QString quotedForTalk(QString text)
{
    return u'"' + text.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s) + u'"';
}

QString talkTime(TalkTime::Kind kind, const TalkMoment &moment)
{
    if (kind == TalkTime::Kind::Any) return u"-"_s;
    if (kind == TalkTime::Kind::At) return QString::number(double(moment.us) / 1e6, 'f', 2);
    return u'+' + QString::number(double(std::max<qint64>(0, moment.us - moment.cueUs)) / 1e6, 'f', 2);
}

QString talkText(const TalkMoment &moment)
{
    switch (moment.kind) {
    case Kind::Speaks: return u"caller  "_s + moment.text;
    case Kind::Coughs: return u"caller  coughs"_s;
    case Kind::Types: return u"caller  types "_s + quotedForTalk(moment.text);
    case Kind::Presses: return u"caller  presses "_s + moment.text;
    case Kind::AgentSpeaks: return u"agent   speaks "_s + quotedForTalk(moment.text);
    case Kind::AgentStops: return u"agent   stops after "_s + quotedForTalk(moment.text);
    case Kind::AgentHolds: return u"agent   holds"_s;
    case Kind::AgentResumes: return u"agent   resumes"_s;
    case Kind::Tool: return u"tool "_s + moment.text;
    case Kind::Model: return u"model"_s;
    case Kind::Utterance: return u"utterance "_s + quotedForTalk(moment.text);
    case Kind::HandsOver: return u"hands over to "_s + quotedForTalk(moment.text);
    case Kind::Keys: return u"keys "_s + moment.text;
    case Kind::Failure: return u"failure "_s + moment.text;
    default: return moment.text;
    }
}

QString timelineText(const QList<TalkMoment> &timeline)
{
    QString text;
    for (const TalkMoment &moment : timeline)
        text += u"%1  %2\n"_s.arg(talkTime(TalkTime::Kind::At, moment), 7).arg(talkText(moment));
    return text;
}

} // namespace vox
