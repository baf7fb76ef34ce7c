#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;

// The translations are whole: every text has one, with the same places to fill in, and the forms its language needs.
class TestWords : public QObject {
    Q_OBJECT
    struct Entry {
        QString where, source, state;
        QStringList texts; // one, or one a plural form
        bool plural = false;
    };
    static QList<Entry> read(const QString &language);
    static QStringList places(const QString &text);

private slots:
    void nothingIsMissing_data();
    void nothingIsMissing();
    void placesAreKept_data() { nothingIsMissing_data(); }
    void placesAreKept();
};

QList<TestWords::Entry> TestWords::read(const QString &language)
{
    QFile file(QStringLiteral(VOX_SOURCE_DIR) + u"/translations/voxdesk_"_s + language + u".ts"_s);
    if (!file.open(QIODevice::ReadOnly)) return {};
    QXmlStreamReader xml(&file);
    QList<Entry> entries;
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement) continue;
        if (xml.name() == "name"_L1) context = xml.readElementText();
        else if (xml.name() == "message"_L1) entries.append({context, {}, {}, {}, xml.attributes().hasAttribute("numerus"_L1)});
        else if (xml.name() == "source"_L1) entries.last().source = xml.readElementText();
        else if (xml.name() == "numerusform"_L1) entries.last().texts.append(xml.readElementText());
        else if (xml.name() == "translation"_L1) {
            entries.last().state = xml.attributes().value("type"_L1).toString();
            if (!entries.last().plural) entries.last().texts.append(xml.readElementText());
        }
    }
    return xml.hasError() ? QList<Entry>() : entries;
}

QStringList TestWords::places(const QString &text)
{
    static const QRegularExpression place(u"%[1-9n]"_s);
    QStringList out;
    for (auto all = place.globalMatch(text); all.hasNext();) out.append(all.next().captured());
    out.sort();
    return out;
}

void TestWords::nothingIsMissing_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("least");
    QTest::addColumn<int>("forms");
    QTest::newRow("Russian") << u"ru"_s << 600 << 3;
    QTest::newRow("English, plurals only") << u"en"_s << 5 << 2;
}

void TestWords::nothingIsMissing()
{
    QFETCH(QString, language);
    QFETCH(int, least);
    QFETCH(int, forms);
    const QList<Entry> entries = read(language);
    QVERIFY(entries.size() >= least);
    QStringList missing;
    for (const Entry &entry : entries) {
        const bool empty = entry.texts.isEmpty() || entry.texts.contains(QString());
        if (!entry.state.isEmpty() || empty || (entry.plural && entry.texts.size() != forms)) missing.append(entry.where + u": "_s + entry.source);
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
}

void TestWords::placesAreKept()
{
    QFETCH(QString, language);
    QStringList wrong;
    for (const Entry &entry : read(language))
        for (const QString &text : entry.texts)
            if (places(text) != places(entry.source)) wrong.append(entry.source + u" -> "_s + text);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestWords)
#include "test_words.moc"
