#include "app/wording/error_texts.h"
#include "app/wording/wording.h"
#include <QtTest>

using namespace vox;
using namespace Qt::StringLiterals;

class TestWording : public QObject {
    Q_OBJECT
private slots:
    void everyCodeHasItsSentences()
    {
        const auto codes = QMetaEnum::fromType<Error::Code>();
        QStringList missing;
        for (int i = 0; i < codes.keyCount(); ++i) {
            const wording::ErrorText *text = wording::errorText(Error::Code(codes.value(i)));
            if (!text || !*text->happened || !*text->next) missing.append(QString::fromLatin1(codes.key(i)));
        }
        QCOMPARE(missing, QStringList());
    }

    void argumentsAreFilledOnce()
    {
        const Error error(Error::Code::TimedOut, {u"api%2"_s, u"150"_s});
        QCOMPARE(wording::whatHappened(error), u"api%2 did not answer within 150 ms."_s);
        QCOMPARE(wording::whatHappened(Error(Error::Code::TimedOut)), u"? did not answer within ? ms."_s);
    }
};

QTEST_GUILESS_MAIN(TestWording)
#include "test_wording.moc"
