#include "tests/bench/recognition/word_errors.h"
#include <QHash>
#include <QRegularExpression>
#include <numeric>
#include <vector>

using namespace Qt::StringLiterals;

namespace vox::bench {

namespace {
const QStringList small = u"zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"_s.split(u' ');
const QStringList tens = u"_ _ twenty thirty forty fifty sixty seventy eighty ninety"_s.split(u' ');

QStringList numberWords(qint64 value)
{
    if (value < 20) return {small[value]};
    if (value < 100) return value % 10 ? QStringList{tens[value / 10], small[value % 10]} : QStringList{tens[value / 10]};
    for (const auto &[unit, name] : {std::pair<qint64, QString>{1000000, u"million"_s}, {1000, u"thousand"_s}, {100, u"hundred"_s}})
        if (value >= unit) return numberWords(value / unit) + QStringList{name} + (value % unit ? numberWords(value % unit) : QStringList());
    return {};
}

QStringList digits(const QString &number)
{
    QStringList words;
    for (const QChar digit : number) words << small[digit.digitValue()];
    return words;
}

const QHash<QString, QString> sameWords{
    {u"mr"_s, u"mister"_s}, {u"mrs"_s, u"missus"_s}, {u"dr"_s, u"doctor"_s}, {u"oh"_s, u"zero"_s}, {u"o"_s, u"zero"_s},
    {u"metres"_s, u"meters"_s}, {u"colour"_s, u"color"_s}, {u"ok"_s, u"okay"_s}};
} // namespace

QStringList spokenWords(const QString &text, bool digitByDigit)
{
    static const QRegularExpression number(u"^[0-9]+$"_s), between(u"[^a-z0-9']+"_s), groups(u"(?<=[0-9]),(?=[0-9]{3})"_s);
    QString plain = text.toLower();
    plain.replace(u'\u2019', u'\'').remove(groups);
    QStringList words;
    for (QString word : plain.split(between, Qt::SkipEmptyParts)) {
        while (word.startsWith(u'\'')) word.remove(0, 1);
        while (word.endsWith(u'\'')) word.chop(1);
        if (word.isEmpty()) continue;
        if (!number.match(word).hasMatch()) words << sameWords.value(word, word);
        else if (digitByDigit || word.size() > 9 || word.startsWith(u'0')) words << digits(word);
        else words << numberWords(word.toLongLong());
    }
    return words;
}

WordErrors wordErrors(const QStringList &said, const QStringList &heard)
{
    std::vector<int> row(std::size_t(heard.size()) + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 0; i < said.size(); ++i) {
        int diagonal = row[0];
        row[0] = int(i) + 1;
        for (qsizetype j = 0; j < heard.size(); ++j) {
            const int above = row[std::size_t(j) + 1];
            row[std::size_t(j) + 1] = std::min({diagonal + (said[i] == heard[j] ? 0 : 1), above + 1, row[std::size_t(j)] + 1});
            diagonal = above;
        }
    }
    return {int(said.size()), row.back()};
}

} // namespace vox::bench
