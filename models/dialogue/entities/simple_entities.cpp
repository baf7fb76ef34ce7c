#include "models/dialogue/entities/utterance.h"
#include <QJsonObject>
#include <QSet>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

using Words = QSet<QString>;

// "12.5" and "12,5" were split at the sign; put together again.
struct Amount { double value = 0; qsizetype last = 0; };
Amount amountOf(const Utterance &said, const SpokenNumber &number)
{
    Amount out{number.value, number.first + number.count - 1};
    const qsizetype next = out.last + 1;
    if (number.count != 1 || next >= said.words.size() || !said.words[number.first].text[0].isDigit()) return out;
    const Word &whole = said.words[number.first], &rest = said.words[next];
    const bool touching = rest.start == whole.start + whole.length + 1;
    bool digits = touching;
    for (const QChar c : rest.text) digits = digits && c.isDigit();
    const QChar sign = touching ? said.text[rest.start - 1] : QChar();
    if (!digits || (sign != u'.' && sign != u',')) return out;
    if (sign == u',' && rest.length == 3) return {(whole.text + rest.text).toDouble(), next}; // 1,200
    return {(whole.text + u'.' + rest.text).toDouble(), next};
}

QString currencyOf(const QString &word)
{
    static const Words roubles{u"рубль"_s, u"рубля"_s, u"рублей"_s, u"рублю"_s, u"руб"_s, u"р"_s, u"rub"_s, u"rubles"_s, u"roubles"_s};
    static const Words dollars{u"доллар"_s, u"доллара"_s, u"долларов"_s, u"dollar"_s, u"dollars"_s, u"usd"_s, u"bucks"_s};
    static const Words euros{u"евро"_s, u"euro"_s, u"euros"_s, u"eur"_s};
    static const Words pounds{u"фунт"_s, u"фунта"_s, u"фунтов"_s, u"pound"_s, u"pounds"_s, u"gbp"_s};
    if (roubles.contains(word)) return u"RUB"_s;
    if (dollars.contains(word)) return u"USD"_s;
    if (euros.contains(word)) return u"EUR"_s;
    if (pounds.contains(word)) return u"GBP"_s;
    return {};
}

} // namespace

std::optional<Entity> findNumber(const Utterance &said)
{
    if (said.numbers.isEmpty()) return std::nullopt;
    const SpokenNumber &number = said.numbers.first();
    // Digits dictated one by one are one number: "one two three" is 123.
    QString digits = number.digits;
    qsizetype last = number.first + number.count - 1;
    const Amount amount = amountOf(said, number);
    bool dictated = number.count == 1 && digits.size() == 1 && !number.ordinal && amount.last == last;
    for (qsizetype i = 1; dictated && i < said.numbers.size() && said.numbers[i].first == last + 1; ++i) {
        if (said.numbers[i].digits.size() != 1 || said.numbers[i].ordinal) { dictated = false; break; }
        digits += said.numbers[i].digits;
        last = said.numbers[i].first;
    }
    const bool negative = said.word(number.first - 1) == "minus"_L1 || said.word(number.first - 1) == u"минус"_s
                       || (said.words[number.first].start > 0 && said.text[said.words[number.first].start - 1] == u'-'
                           && (said.words[number.first].start == 1 || said.text[said.words[number.first].start - 2].isSpace()));
    if (dictated && digits.size() > 1 && digits.size() <= 15) return said.over(digits.toDouble(), number.first, last, 0.9);
    return said.over(negative ? -amount.value : amount.value, number.first, amount.last, number.ordinal ? 0.7 : 0.95);
}

std::optional<Entity> findMoney(const Utterance &said)
{
    for (const SpokenNumber &number : said.numbers) {
        const Amount amount = amountOf(said, number);
        QString currency = currencyOf(said.word(amount.last + 1));
        const qsizetype start = said.words[number.first].start;
        const QChar before = start > 0 ? said.text[start - 1] : QChar();
        if (currency.isEmpty()) currency = before == u'$' ? u"USD"_s : before == u'€' ? u"EUR"_s : before == u'£' ? u"GBP"_s : QString();
        if (currency.isEmpty()) continue;
        const QJsonObject money{{u"amount"_s, QString::number(amount.value, 'f', 2)}, {u"currency"_s, currency}};
        return said.over(money, number.first, std::min(amount.last + 1, said.words.size() - 1), 0.95);
    }
    return std::nullopt;
}

std::optional<Entity> findYesNo(const Utterance &said)
{
    static const Words yes{u"yes"_s, u"yeah"_s, u"yep"_s, u"yup"_s, u"sure"_s, u"ok"_s, u"okay"_s, u"correct"_s, u"right"_s, u"exactly"_s, u"absolutely"_s, u"definitely"_s,
                           u"да"_s, u"ага"_s, u"угу"_s, u"конечно"_s, u"верно"_s, u"правильно"_s, u"точно"_s, u"давайте"_s, u"давай"_s, u"хорошо"_s, u"ладно"_s, u"разумеется"_s,
                           u"безусловно"_s, u"подтверждаю"_s, u"согласен"_s, u"согласна"_s};
    static const Words no{u"no"_s, u"nope"_s, u"nah"_s, u"never"_s, u"wrong"_s, u"incorrect"_s, u"negative"_s, u"нет"_s, u"неа"_s, u"неверно"_s, u"неправильно"_s, u"никак"_s, u"отмена"_s};
    static const Words negation{u"not"_s, u"don"_s, u"isn"_s, u"не"_s};
    static const Words filler{u"please"_s, u"thanks"_s, u"that"_s, u"is"_s, u"it"_s, u"s"_s, u"of"_s, u"course"_s, u"well"_s, u"oh"_s, u"uh"_s, u"um"_s, u"thank"_s, u"you"_s, u"i"_s, u"do"_s, u"so"_s,
                              u"пожалуйста"_s, u"спасибо"_s, u"это"_s, u"ну"_s, u"все"_s, u"так"_s, u"вы"_s, u"я"_s, u"надо"_s, u"нужно"_s, u"хочу"_s, u"t"_s, u"want"_s};
    qsizetype first = -1, meaning = 0;
    bool answer = false;
    for (qsizetype i = 0; i < said.words.size(); ++i) {
        const QString &word = said.word(i);
        const bool denied = negation.contains(word);
        if (yes.contains(word) || no.contains(word) || denied) {
            // The first word decides, but "да нет" is no and "not right" too.
            if (first < 0) { answer = yes.contains(word); first = i; }
            else if (i == first + 1 && (no.contains(word) || denied)) answer = false;
            ++meaning;
        } else if (filler.contains(word)) {
            ++meaning;
        }
    }
    if (first < 0) return std::nullopt;
    const double share = double(meaning) / double(said.words.size());
    if (first > 2 && share < 0.8) return std::nullopt; // a "right" somewhere in a story
    return said.over(answer, first, first, share >= 0.99 ? 1.0 : 0.4 + 0.4 * share);
}

std::optional<Entity> findEmail(const Utterance &said)
{
    const auto separator = [](const QString &word) -> QString {
        if (word == "at"_L1 || word == u"собака"_s || word == u"собачка"_s || word == u"эт"_s) return u"@"_s;
        if (word == "dot"_L1 || word == "point"_L1 || word == u"точка"_s) return u"."_s;
        if (word == "dash"_L1 || word == "hyphen"_L1 || word == u"дефис"_s || word == u"тире"_s) return u"-"_s;
        if (word == "underscore"_L1 || word == u"подчеркивание"_s) return u"_"_s;
        return {};
    };
    static const QHash<QString, QString> domains{{u"ру"_s, u"ru"_s}, {u"ком"_s, u"com"_s}, {u"яндекс"_s, u"yandex"_s}, {u"мэйл"_s, u"mail"_s}, {u"мейл"_s, u"mail"_s},
                                                 {u"майл"_s, u"mail"_s}, {u"гмейл"_s, u"gmail"_s}, {u"джимейл"_s, u"gmail"_s}, {u"рамблер"_s, u"rambler"_s}, {u"орг"_s, u"org"_s}};
    // Written: something@something.tld as it stands.
    if (const qsizetype at = said.text.indexOf(u'@'); at > 0) {
        const auto inside = [](QChar c) { return c.isLetterOrNumber() || c == u'.' || c == u'-' || c == u'_' || c == u'+'; };
        qsizetype from = at, to = at + 1;
        while (from > 0 && inside(said.text[from - 1])) --from;
        while (to < said.text.size() && inside(said.text[to])) ++to;
        while (to > at + 1 && said.text[to - 1] == u'.') --to;
        const QString address = said.text.mid(from, to - from).toLower();
        const QString domain = address.section(u'@', 1);
        if (from < at && domain.contains(u'.') && !domain.startsWith(u'.')) return Entity{address, from, to - from, 1};
    }
    // Spoken: around the word "at" everything up to a gap in the pattern.
    for (qsizetype at = 1; at + 1 < said.words.size(); ++at) {
        if (separator(said.word(at)) != "@"_L1) continue;
        qsizetype first = at - 1;
        while (first > 0) {
            const bool joined = !separator(said.word(first - 1)).isEmpty() || !separator(said.word(first)).isEmpty();
            const bool spelled = said.word(first - 1).size() == 1 && said.word(first - 1) != u"я"_s && (said.word(first).size() == 1 || said.word(first)[0].isDigit());
            if (!joined && !spelled && !numberAt(said.numbers, first)) break;
            --first;
        }
        QString local, domain;
        for (qsizetype i = first; i < at; ++i) {
            const auto number = numberAt(said.numbers, i);
            const QString sign = separator(said.word(i));
            if (number && number->first + number->count <= at) { local += number->digits; i += number->count - 1; }
            else local += sign.isEmpty() ? said.word(i) : sign;
        }
        qsizetype last = at + 1;
        bool dotted = false;
        for (; last < said.words.size(); ++last) {
            const QString sign = separator(said.word(last));
            const bool after = last == at + 1 || !separator(said.word(last - 1)).isEmpty();
            if (sign.isEmpty() && !after) break;
            domain += sign.isEmpty() ? domains.value(said.word(last), said.word(last)) : sign;
            dotted = dotted || sign == "."_L1;
        }
        while (domain.endsWith(u'.') || domain.endsWith(u'-')) domain.chop(1);
        if (dotted && domain.contains(u'.') && !local.isEmpty()) return said.over(QString(local + u'@' + domain), first, last - 1, 0.8);
    }
    return std::nullopt;
}

} // namespace vox
