#include "app/telemetry/conversation_trace.h"
#include "app/telemetry/otlp_json.h"
#include "tests/unit/app/telemetry/sample_events.h"
#include <QSet>
#include <QtTest>

using namespace vox;
using namespace vox::otlp;
using namespace Qt::StringLiterals;

namespace {

ConversationTrace::Output traceOf(const QList<ConversationEvent> &events, ConversationTrace::Words words = ConversationTrace::Words::Leave)
{
    ConversationTrace trace(words);
    ConversationTrace::Output all;
    const auto take = [&](const ConversationTrace::Output &some) {
        all.spans += some.spans;
        all.measurements += some.measurements;
    };
    for (const auto &event : events) take(trace.add(event));
    take(trace.finish());
    return all;
}

const otlp::Span *named(const ConversationTrace::Output &output, const QString &name, int nth = 0)
{
    for (const auto &span : output.spans)
        if (span.name == name && nth-- == 0) return &span;
    return nullptr;
}

Value valueOf(const Attributes &attributes, const QString &key)
{
    for (const auto &one : attributes)
        if (one.key == key) return one.value;
    return QString();
}

QString text(const Value &value) { return std::get<QString>(value); }

} // namespace

class TestConversationTrace : public QObject {
    Q_OBJECT

private slots:
    void oneTraceAsATree()
    {
        const auto output = traceOf(test::sampleEvents());
        const otlp::Span *root = named(output, u"invoke_agent Order desk"_s);
        QVERIFY(root);
        QVERIFY(root->parentSpanId.isEmpty());
        QCOMPARE(root->traceId.toHex(), "01933f7a0000700080000000000000aa");
        QCOMPARE(root->startNs, 1732000000000 * 1000000);
        QCOMPARE(root->endNs - root->startNs, 6000000000);
        QCOMPARE(text(valueOf(root->attributes, u"gen_ai.agent.version"_s)), u"rev-9"_s);
        QCOMPARE(text(valueOf(root->attributes, u"voxdesk.outcome"_s)), u"completed"_s);
        QCOMPARE(std::get<qint64>(valueOf(root->attributes, u"gen_ai.usage.input_tokens"_s)), 120);
        QCOMPARE(root->status, Status::Unset);

        QSet<QByteArray> ids;
        for (const auto &span : output.spans) {
            QCOMPARE(span.traceId, root->traceId);
            QCOMPARE(span.spanId.size(), 8);
            QVERIFY2(!ids.contains(span.spanId), qUtf8Printable(span.name));
            ids.insert(span.spanId);
        }
        // Every span lies within its parent, and the parent is there.
        for (const auto &span : output.spans) {
            if (&span == root) continue;
            const auto parent = std::find_if(output.spans.begin(), output.spans.end(), [&](const auto &one) { return one.spanId == span.parentSpanId; });
            QVERIFY2(parent != output.spans.end(), qUtf8Printable(span.name));
            if (span.startNs < parent->startNs || span.endNs > parent->endNs || span.endNs < span.startNs) QFAIL(qUtf8Printable(span.name));
        }
    }

    void partsPartitionTheLatency()
    {
        const auto output = traceOf(test::sampleEvents());
        const QByteArray turn = named(output, u"turn"_s, 1)->spanId;
        qint64 at = 1732000000000 * 1000000 + 2000000000;
        QStringList parts;
        for (const auto &span : output.spans) {
            if (span.parentSpanId != turn || std::holds_alternative<QString>(valueOf(span.attributes, u"gen_ai.operation.name"_s)) == false) continue;
            if (text(valueOf(span.attributes, u"voxdesk.latency.part"_s)).isEmpty()) continue;
            QCOMPARE(span.startNs, at);
            at = span.endNs;
            parts.append(span.name);
        }
        QCOMPARE(parts, (QStringList{u"endpointing"_s, u"recognition"_s, u"tool"_s, u"decision"_s, u"speech"_s}));
        QCOMPARE(at, 1732000000000 * 1000000 + 2500000000); // where the answer was heard
        double sum = 0, total = 0;
        for (const auto &one : output.measurements) {
            if (QLatin1String(one.instrument) == "voxdesk.turn.latency.part"_L1) sum += one.value;
            if (QLatin1String(one.instrument) == "voxdesk.turn.latency"_L1) total += one.value;
        }
        QCOMPARE(sum, total);
        QCOMPARE(total, 0.5 + 0.7);
    }

    void callsOfModelsAndTools()
    {
        const auto output = traceOf(test::sampleEvents());
        const otlp::Span *tool = named(output, u"execute_tool order_status"_s);
        QCOMPARE(tool->endNs - tool->startNs, 170000000);
        QCOMPARE(text(valueOf(tool->attributes, u"server.address"_s)), u"shop.example"_s);
        const otlp::Span *chat = named(output, u"chat small"_s);
        QCOMPARE(chat->kind, SpanKind::Client);
        QCOMPARE(text(valueOf(chat->attributes, u"gen_ai.provider.name"_s)), u"openai"_s);
        QCOMPARE(std::get<qint64>(valueOf(chat->attributes, u"gen_ai.usage.output_tokens"_s)), 9);
        QCOMPARE(std::get<double>(valueOf(chat->attributes, u"gen_ai.response.time_to_first_chunk"_s)), 0.3);
        QStringList instruments;
        for (const auto &one : output.measurements) instruments.append(QString::fromLatin1(one.instrument));
        QCOMPARE(instruments.count(u"gen_ai.client.token.usage"_s), 2);
        QCOMPARE(instruments.count(u"gen_ai.client.operation.duration"_s), 2);
    }

    void eventsAndErrors()
    {
        const auto output = traceOf(test::sampleEvents());
        QStringList names;
        for (const auto &event : named(output, u"turn"_s, 1)->events) names.append(event.name);
        QCOMPARE(names, (QStringList{u"voxdesk.hold"_s, u"voxdesk.barge_in"_s}));
        QCOMPARE(std::get<qint64>(valueOf(named(output, u"turn"_s, 1)->events[1].attributes, u"voxdesk.barge_in.silence_ms"_s)), 100);
        const otlp::Span *failed = named(output, u"turn"_s, 2);
        QCOMPARE(failed->status, Status::Error);
        QCOMPARE(failed->statusMessage, u"TimedOut"_s);
    }

    void wordsStayHereUnlessAllowed()
    {
        const Sender sender{{{u"service.name"_s, u"voxdesk"_s}}, u"1"_s};
        const QByteArray without = tracesJson(traceOf(test::sampleEvents()).spans, sender);
        for (const char *word : {"secret", "Monday", "79161234567", "sent", "Hello", "Tver"}) QVERIFY2(!without.contains(word), word);
        const QByteArray with = tracesJson(traceOf(test::sampleEvents(), ConversationTrace::Words::Include).spans, sender);
        QVERIFY(with.contains("Where is my secret order?"));
        QVERIFY(with.contains("It left the"));
        QVERIFY(!with.contains("Monday")); // planned, never heard
        QVERIFY(!with.contains("79161234567"));
    }

    void whatWasCutOffIsAnError()
    {
        auto events = test::sampleEvents();
        events.resize(21); // the model was asked and has not answered
        const auto output = traceOf(events);
        const otlp::Span *chat = named(output, u"chat small"_s);
        QVERIFY(chat);
        QCOMPARE(chat->status, Status::Error);
        const otlp::Span *root = named(output, u"invoke_agent Order desk"_s);
        QCOMPARE(root->status, Status::Error);
        QCOMPARE(root->statusMessage, u"cut_off"_s);
    }

    void againGivesTheSame()
    {
        const Sender sender{{}, u"1"_s};
        QCOMPARE(tracesJson(traceOf(test::sampleEvents()).spans, sender), tracesJson(traceOf(test::sampleEvents()).spans, sender));
    }

    // Turns are handed out as they end: half of a call's spans are out when half of it is over.
    void turnsLeaveAsTheyEnd()
    {
        ConversationTrace trace;
        QList<qint64> spans;
        trace.add(test::sampleEvents().first());
        for (qint64 turn = 1; turn <= 200; ++turn) {
            const qint64 at = turn * 1000000;
            qint64 out = 0;
            for (const ConversationEvent &event : {ConversationEvent{Micros{at}, events::Utterance{turn, u"x"_s, 1, at - 500000, at - 200000}},
                                                   ConversationEvent{Micros{at}, events::AnswerPlanned{turn, turn, {}, u"y"_s}},
                                                   ConversationEvent{Micros{at}, events::AnswerStarted{turn, at}},
                                                   ConversationEvent{Micros{at + 1}, events::AnswerEnded{turn, u"y"_s, at, at + 1}}})
                out += trace.add(event).spans.size();
            spans.append(out);
        }
        for (qsizetype i = 1; i < spans.size(); ++i) QCOMPARE(spans[i], 2); // a turn and its one part
        QCOMPARE(trace.finish().spans.size(), 3);
    }

    void strayEventsDoNoHarm()
    {
        ConversationTrace trace;
        QVERIFY(trace.add({Micros{0}, events::Utterance{1, u"before the start"_s}}).spans.isEmpty());
        trace.add(test::sampleEvents().first());
        trace.add({Micros{5}, events::ToolReturned{u"never called"_s, 200}});
        trace.add({Micros{5}, events::AnswerEnded{77, u"x"_s, 1, 2}});
        trace.add({Micros{6}, events::AnswerStarted{78, -5}});
        trace.add({Micros{6}, events::Stopped{79, 9, 2, 1}});
        const auto output = trace.finish();
        QCOMPARE(output.spans.size(), 2);
        QVERIFY(trace.finish().spans.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestConversationTrace)
#include "test_conversation_trace.moc"
