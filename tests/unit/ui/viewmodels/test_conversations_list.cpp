#include "ui/viewmodels/conversations_list.h"
#include <QPromise>
#include <QSignalSpy>
#include <QTest>
#include <memory>

using namespace vox;
using namespace Qt::StringLiterals;

namespace {

// A store that answers when the test says so.
struct Asked {
    ConversationQuery query;
    qint64 after;
    std::shared_ptr<QPromise<Result<ConversationPage>>> promise;

    void answer(Result<ConversationPage> page)
    {
        promise->addResult(std::move(page));
        promise->finish();
    }
};

ConversationPage page(int first, int rows, qint64 next, int count)
{
    ConversationPage out;
    for (int i = 0; i < rows; ++i) {
        ConversationRow row;
        row.id = ConversationId::make({first + i + 1}, {});
        row.agentName = QString::number(first + i);
        out.rows.append(row);
    }
    out.next = next;
    out.count = count;
    return out;
}

ConversationQuery text(const QString &what)
{
    ConversationQuery query;
    query.text = what;
    return query;
}

} // namespace

class TestConversationsList : public QObject {
    Q_OBJECT
private slots:
    void init()
    {
        m_asked.clear();
        m_list = std::make_unique<ConversationsList>([this](const ConversationQuery &query, qint64 after) {
            auto promise = std::make_shared<QPromise<Result<ConversationPage>>>();
            promise->start();
            m_asked.append({query, after, promise});
            return promise->future();
        });
    }
    void cleanup()
    {
        m_list.reset();
        for (Asked &asked : m_asked)
            if (!asked.promise->future().isFinished()) asked.promise->finish();
    }

    void pages()
    {
        m_list->refresh();
        m_asked[0].answer(page(0, 50, 77, 120));
        QTRY_COMPARE(m_list->rows().size(), 50);
        QCOMPARE(m_list->count(), 120);
        QVERIFY(m_list->canFetchMore());
        m_list->fetchMore();
        m_list->fetchMore(); // the view asks more than once
        QCOMPARE(m_asked.size(), 2);
        QCOMPARE(m_asked[1].after, 77);
        m_asked[1].answer(page(50, 50, 0, 0));
        QTRY_COMPARE(m_list->rows().size(), 100);
        QCOMPARE(m_list->count(), 120);
        QVERIFY(!m_list->canFetchMore());
        QCOMPARE(m_list->indexOf(m_list->rows()[73].id), 73);
    }

    // While one question is open the newest waits; those between are never asked, and the open one's answer is not shown.
    void staleAnswersAreDropped()
    {
        QSignalSpy reset(m_list.get(), &ConversationsList::reset);
        m_list->setQuery(text(u"o"_s));
        m_list->setQuery(text(u"or"_s));
        m_list->setQuery(text(u"order"_s));
        QCOMPARE(m_asked.size(), 1);
        m_asked[0].answer(page(0, 3, 0, 3));
        QTRY_COMPARE(m_asked.size(), 2);
        QCOMPARE(m_asked[1].query.text, u"order"_s);
        QCOMPARE(reset.count(), 0);
        m_asked[1].answer(page(10, 2, 0, 2));
        QTRY_COMPARE(reset.count(), 1);
        QCOMPARE(m_list->rows()[0].agentName, u"10"_s);
    }

    void aPageOfTheOldQueryIsDropped()
    {
        m_list->refresh();
        m_asked[0].answer(page(0, 50, 5, 60));
        QTRY_COMPARE(m_list->rows().size(), 50);
        m_list->fetchMore();
        m_list->setQuery(text(u"x"_s));
        m_asked[2].answer(page(100, 1, 0, 1));
        QTRY_COMPARE(m_list->rows().size(), 1);
        m_asked[1].answer(page(50, 10, 0, 0));
        QCoreApplication::processEvents();
        QCOMPARE(m_list->rows().size(), 1);
    }

    void failuresAreTold()
    {
        m_list->refresh();
        m_asked[0].answer(page(0, 2, 0, 2));
        QTRY_VERIFY(m_list->wasAnswered());
        m_list->refresh();
        m_asked[1].answer(Error(Error::Code::StoreBusy, {u"x"_s}));
        QTRY_VERIFY(m_list->error());
        QCOMPARE(m_list->rows().size(), 2); // better old rows than none
    }

private:
    QList<Asked> m_asked;
    std::unique_ptr<ConversationsList> m_list;
};

QTEST_GUILESS_MAIN(TestConversationsList)
#include "test_conversations_list.moc"
