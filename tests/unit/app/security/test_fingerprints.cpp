#include "app/security/fingerprints.h"
#include <QTest>
#include <random>

using namespace vox;
using namespace Qt::StringLiterals;

class TestFingerprints : public QObject {
    Q_OBJECT
private slots:
    void finds_what_it_knows_wherever_it_stands()
    {
        const Fingerprints fingerprints;
        std::mt19937 random(7);
        const auto text = [&](int size) {
            QByteArray out(size, '\0');
            for (char &byte : out) byte = char(random());
            return out;
        };
        for (int round = 0; round < 300; ++round) {
            QList<Fingerprints::Print> prints;
            QByteArrayList values;
            for (int i = 0; i < 1 + int(random() % 4); ++i) {
                values.append(text(int(Fingerprints::shortest) + int(random() % 30)));
                prints.append(*fingerprints.of(QString::number(i), values.last()));
            }
            const QByteArray before = text(int(random() % 200)), after = text(int(random() % 200));
            QVERIFY(!fingerprints.find(prints, before + after));
            const int which = int(random() % quint32(values.size()));
            QCOMPARE(fingerprints.find(prints, before + values[which] + after), QString::number(which));
            // One byte off is another value.
            QByteArray other = values[which];
            const auto at = qsizetype(random() % quint32(other.size()));
            other[at] = char(other[at] ^ (1 << random() % 8));
            QVERIFY(!fingerprints.find(prints, before + other + after));
            QVERIFY(!fingerprints.find(prints, values[which].chopped(1)));
        }
    }
    void words_are_no_secrets()
    {
        const Fingerprints fingerprints;
        QVERIFY(!fingerprints.of(u"short"_s, "12345678901"));
        QVERIFY(fingerprints.of(u"long enough"_s, "123456789012"));
        QVERIFY(!fingerprints.find({}, "anything"));
        QVERIFY(!fingerprints.find({*fingerprints.of(u"x"_s, "123456789012")}, ""));
        // Another object's prints say nothing here.
        QVERIFY(!Fingerprints().find({*fingerprints.of(u"x"_s, "123456789012")}, "123456789012"));
    }
};

QTEST_GUILESS_MAIN(TestFingerprints)
#include "test_fingerprints.moc"
