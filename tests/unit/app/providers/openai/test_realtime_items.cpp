#include "app/providers/openai/realtime_items.h"
#include "app/providers/openai/realtime_speech.h"
#include <QJsonArray>
#include <QtTest>
#include <cmath>
#include <random>

using namespace vox;
using namespace Qt::StringLiterals;

namespace {

using Role = ModelMessage::Role;
using Kind = RealtimeItems::Kind;

const QJsonArray kCall{QJsonObject{{u"id"_s, u"call_1"_s}, {u"name"_s, u"order"_s}, {u"arguments"_s, QJsonObject{{u"what"_s, u"red"_s}}}}};

// "+agent Hello @root": created behind; "-item_3": deleted.
QStringList told(const QList<QJsonObject> &events)
{
    QStringList out;
    for (const QJsonObject &event : events) {
        if (event["type"_L1] == "conversation.item.delete"_L1) {
            out.append(u'-' + event["item_id"_L1].toString());
            continue;
        }
        const QJsonObject item = event["item"_L1].toObject();
        QString what = item["role"_L1].toString() + u' ' + item["content"_L1].toArray().at(0)["text"_L1].toString();
        if (item["type"_L1] == "function_call"_L1) what = u"call "_s + item["name"_L1].toString() + u' ' + item["arguments"_L1].toString();
        if (item["type"_L1] == "function_call_output"_L1) what = u"result "_s + item["output"_L1].toString();
        out.append(u"+%1 @%2"_s.arg(what, event["previous_item_id"_L1].toString()));
    }
    return out;
}

} // namespace

class TestRealtimeItems : public QObject {
    Q_OBJECT
private slots:
    // What another voice said stands before what the caller said in their own.
    void promptsAreTold()
    {
        RealtimeItems items;
        items.added(Kind::Caller, u"a"_s);
        items.says(u"a"_s, u"Where  is it?"_s);
        const QList<ModelMessage> messages{{Role::System, u"Be kind."_s, {}, {}}, {Role::Assistant, u"Hello."_s, {}, {}}, {Role::User, u"Where is it?"_s, {}, {}}};
        QCOMPARE(told(items.agree(messages)), QStringList{u"+assistant Hello. @root"_s});
        QCOMPARE(told(items.agree(messages)), QStringList()); // once
    }

    void severalItemsAreOneUtterance()
    {
        RealtimeItems items;
        for (const auto &[id, text] : {std::pair{u"a"_s, u"I live"_s}, {u"b"_s, u""_s}, {u"c"_s, u"in Tver"_s}}) {
            items.added(Kind::Caller, id);
            items.says(id, text);
        }
        QCOMPARE(told(items.agree({{Role::User, u"I live in Tver"_s, {}, {}}})), QStringList());
    }

    // A cough that was committed, words that came before anybody listened.
    void whatNobodyRemembersGoes()
    {
        RealtimeItems items;
        for (const auto &id : {u"cough"_s, u"a"_s}) {
            items.added(Kind::Caller, id);
            items.says(id, id == "a"_L1 ? u"Hello"_s : u"Hm"_s);
        }
        QCOMPARE(told(items.agree({{Role::User, u"Hello"_s, {}, {}}})), QStringList{u"-cough"_s});
        items.added(Kind::Agent, u"unheard"_s);
        items.says(u"unheard"_s, u"Good day."_s);
        items.added(Kind::Caller, u"b"_s);
        items.says(u"b"_s, u"Wait"_s);
        QCOMPARE(told(items.agree({{Role::User, u"Hello"_s, {}, {}}, {Role::User, u"Wait"_s, {}, {}}})), (QStringList{u"-unheard"_s}));
    }

    // Another recogniser wrote down what this one could not; the newest sound whose words nobody knows stays.
    void otherWords()
    {
        RealtimeItems items;
        items.added(Kind::Caller, u"a"_s);
        QCOMPARE(told(items.agree({{Role::User, u"by another"_s, {}, {}}})), QStringList());
        RealtimeItems wrong;
        wrong.added(Kind::Caller, u"a"_s);
        wrong.says(u"a"_s, u"buy an otter"_s);
        QCOMPARE(told(wrong.agree({{Role::User, u"by another"_s, {}, {}}})), (QStringList{u"+user by another @root"_s, u"-a"_s}));
    }

    void onlyWhatWasHeard()
    {
        RealtimeItems items;
        items.added(Kind::Caller, u"a"_s);
        items.says(u"a"_s, u"Tell"_s);
        items.added(Kind::Agent, u"b"_s);
        items.says(u"b"_s, u"First there was nothing."_s);
        items.cut(u"b"_s);
        const QList<ModelMessage> heard{{Role::User, u"Tell"_s, {}, {}}, {Role::Assistant, u"First there"_s, {}, {}}};
        QCOMPARE(told(items.agree(heard)), QStringList()); // the sound was cut there; its words are not sent beside it
        QCOMPARE(told(items.agree(heard)), QStringList());
        // Its words came differently, and were not cut: they are replaced.
        QCOMPARE(told(items.agree({{Role::User, u"Tell"_s, {}, {}}, {Role::Assistant, u"First"_s, {}, {}}})), (QStringList{u"-b"_s, u"+assistant First @a"_s}));
    }

    void tools()
    {
        RealtimeItems items;
        items.added(Kind::Caller, u"a"_s);
        items.says(u"a"_s, u"Order"_s);
        items.added(Kind::Agent, u"b"_s);
        items.says(u"b"_s, u"One moment."_s);
        items.added(Kind::Call, u"c"_s, u"call_1"_s);
        QList<ModelMessage> messages{{Role::User, u"Order"_s, {}, {}}, {Role::Assistant, u"One moment."_s, {}, kCall}, {Role::Tool, u"ok"_s, u"call_1"_s, {}}};
        QCOMPARE(told(items.agree(messages)), QStringList{u"+result ok @c"_s});
        // What was said beside it moves behind it in the dialogue's history; that is no difference.
        items.added(Kind::Agent, u"d"_s);
        items.says(u"d"_s, u"Done."_s);
        messages = {{Role::User, u"Order"_s, {}, {}}, {Role::Assistant, {}, {}, kCall}, {Role::Tool, u"ok"_s, u"call_1"_s, {}}, {Role::Assistant, u"One moment. Done."_s, {}, {}}};
        QCOMPARE(told(items.agree(messages)), QStringList());
        // A new connection is told all of it.
        items.clear();
        QCOMPARE(told(items.agree(messages)), (QStringList{u"+user Order @root"_s, u"+assistant One moment. Done. @vox_2"_s,
                                                           u"+call order {\"what\":\"red\"} @vox_3"_s, u"+result ok @vox_4"_s}));
    }

    // Whatever both hold, after agreeing there is nothing more to say; and it ends.
    void agreesOnAnything()
    {
        std::mt19937 random(11);
        const QStringList words{u"yes"_s, u"no"_s, u"yes no"_s, u""_s, u"Yes"_s};
        const auto word = [&] { return words[qsizetype(random() % 5)]; };
        for (int round = 0; round < 4000; ++round) {
            RealtimeItems items;
            for (unsigned i = random() % 9; i > 0; --i) {
                const QString id = u"i%1"_s.arg(i);
                items.added(Kind(random() % 4), id, u"c%1"_s.arg(random() % 3));
                if (random() % 4) items.says(id, word());
                if (random() % 5 == 0) items.cut(id);
            }
            QList<ModelMessage> messages;
            for (unsigned i = random() % 9; i > 0; --i) {
                const QString call = u"c%1"_s.arg(random() % 3);
                switch (random() % 4) {
                case 0: messages.append({Role::User, word(), {}, {}}); break;
                case 1: messages.append({Role::Assistant, word(), {}, {}}); break;
                case 2: messages.append({Role::Assistant, {}, {}, QJsonArray{QJsonObject{{u"id"_s, call}, {u"name"_s, u"f"_s}}}}); break;
                default: messages.append({Role::Tool, word(), call, {}});
                }
            }
            const QStringList first = told(items.agree(messages)), second = told(items.agree(messages));
            QString asked;
            for (const ModelMessage &message : messages) asked += u" %1%2%3"_s.arg(int(message.role)).arg(message.text, message.toolCallId + message.toolCalls.at(0)["id"_L1].toString());
            QVERIFY2(second.isEmpty(), qPrintable(u"%1: %2 | %3 |%4"_s.arg(round).arg(first.join(u','), second.join(u','), asked)));
        }
    }

    void wordsInTheSound()
    {
        RealtimeSpeech speech(u"i"_s);
        QVERIFY(speech.addText(u"One two. "_s));
        QByteArray pcm(24000 * 2, 0); // a second: half of it a tone, then a pause, then again
        auto *samples = reinterpret_cast<qint16 *>(pcm.data());
        for (int i = 0; i < 24000; ++i) samples[i] = i > 11000 && i < 14000 ? 0 : qint16(8000 * std::sin(i * 0.06));
        QVERIFY(speech.addSound(pcm));
        QVERIFY(speech.addText(u"Three."_s));
        speech.finishText();
        speech.finishSound();
        QVERIFY(std::abs(speech.samples() - kSampleRate) <= 2);
        const qint64 end = speech.endOf(9); // in the pause
        QVERIFY2(end > 7300 && end < 9400, QByteArray::number(end));
        QCOMPARE(speech.endOf(15), speech.samples());
        QCOMPARE(speech.match(0, u"One  two."_s), 8);
        QCOMPARE(speech.match(8, u"Three."_s), 15);
        QCOMPARE(speech.match(0, u"Three."_s), -1);
        QCOMPARE(speech.match(15, QString()), -1);
    }

    void noEnd()
    {
        RealtimeSpeech speech(u"i"_s);
        const QByteArray second(48000, 1);
        int seconds = 0;
        while (speech.addSound(second) && seconds < 1000) ++seconds;
        QVERIFY2(seconds >= 590 && seconds <= 610, QByteArray::number(seconds));
    }
};

QTEST_GUILESS_MAIN(TestRealtimeItems)
#include "test_realtime_items.moc"
