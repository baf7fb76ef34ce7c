#include "models/dialogue/history.h"
#include <QJsonObject>
#include <QtTest>
#include <map>
#include <random>

using namespace vox;
using namespace Qt::StringLiterals;

// What a dialogue remembers, and that each line needs to be written down only once.
class TestHistory : public QObject {
    Q_OBJECT
private slots:
    void keepsTheNewest();
    void toldToAModel();
    void writtenOnceIsEnough();
    void copiesShareLines();
};

namespace {

HistoryLine tools(int number)
{
    return {u"tools"_s, {}, {QJsonObject{{u"id"_s, QString::number(number)}, {u"name"_s, u"find"_s}, {u"arguments"_s, QJsonObject()}, {u"result"_s, u"ok"_s}}}};
}

} // namespace

void TestHistory::keepsTheNewest()
{
    History history;
    for (int i = 0; i < 300; ++i) history.append({u"caller"_s, QString::number(i), {}});
    QCOMPARE(history.entries().size(), History::kMost);
    QCOMPARE(history.entries().first()->line.text, u"100"_s);
    for (int i = 0; i < 30; ++i) history.append(tools(i));
    QCOMPARE(history.entries().size(), History::kMost);
    int count = 0;
    for (const auto &entry : history.entries()) count += entry->line.isTools();
    QCOMPARE(count, History::kMostTools);
    QCOMPARE(history.appended(), 330);
    QCOMPARE(History::fromJson(history.toJson()), history);
    for (int i = 0; i < 250; ++i) history.append({u"agent"_s, u"x"_s, {}});
    for (int i = 0; i < 11; ++i) history.append(tools(i));
    count = 0;
    for (const auto &entry : history.entries()) count += entry->line.isTools();
    QCOMPARE(count, History::kMostTools); // those that went with age are not counted any more
}

void TestHistory::toldToAModel()
{
    History history;
    history.append({u"caller"_s, u"hello"_s, {}});
    history.append(tools(7));
    QCOMPARE(history.entries()[0]->messages.first().from, ChatMessage::From::Caller);
    const auto &messages = history.entries()[1]->messages;
    QCOMPARE(messages.size(), 2);
    QCOMPARE(messages[0].toolCalls[0]["id"_L1].toString(), u"7"_s);
    QVERIFY(messages[0].toolCalls[0]["result"_L1].isUndefined());
    QCOMPARE(messages[1].toolCallId, u"7"_s);
    QCOMPARE(messages[1].text, u"ok"_s);
}

// Goes on, goes back and goes on differently, as when an answer is taken back; a reader of what was written sees the same.
void TestHistory::writtenOnceIsEnough()
{
    std::mt19937 random(20260105);
    History history, written;
    std::map<qint64, HistoryLine> log;
    QList<History> before;
    qsizetype lines = 0;
    for (int step = 0; step < 600; ++step) {
        before.append(history);
        if (before.size() > 5) before.removeFirst();
        const int what = int(random() % 10);
        if (what == 0) history = before[qsizetype(random() % std::size_t(before.size()))];
        for (int i = int(random() % 3); what > 0 && i > 0; --i)
            history.append(what == 1 ? tools(step) : HistoryLine{u"caller"_s, QString::number(random()), {}});
        if (random() % 3 == 0) continue;
        for (const auto &entry : history.since(written)) {
            log.erase(log.lower_bound(entry->number), log.end());
            log[entry->number] = entry->line;
            ++lines;
        }
        written = history;
        History read;
        for (auto it = log.begin(); it != log.end() && it->first < history.appended(); ++it) read.append(it->second);
        QCOMPARE(read, history);
        QCOMPARE(read.appended(), history.appended());
    }
    QVERIFY(history.appended() > 300);
    QVERIFY2(lines < history.appended() * 2, QByteArray::number(lines));
}

void TestHistory::copiesShareLines()
{
    History history;
    for (int i = 0; i < 200; ++i) history.append({u"caller"_s, QString::number(i), {}});
    const History copy = history;
    history.append({u"agent"_s, u"new"_s, {}});
    QCOMPARE(history.since(copy).size(), 1);
    QCOMPARE(copy.since(copy).size(), 0);
    QCOMPARE(history.entries().first(), copy.entries()[1]);
    QCOMPARE(history.since({}).size(), 200);
    for (int i = 0; i < 5000; ++i) {
        const History before = history;
        history.append({u"caller"_s, u"again"_s, {}});
    }
    QVERIFY(history.entries().capacity() < 2 * History::kMost);
}

QTEST_GUILESS_MAIN(TestHistory)
#include "test_history.moc"
