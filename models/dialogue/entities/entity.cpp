#include "models/dialogue/entities/entity.h"
#include "models/dialogue/entities/homophones.h"
#include "models/dialogue/entities/utterance.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longest = 2000; // characters looked at: longer is no answer to a question
bool isRussian(const QString &language) { return language.startsWith("ru"_L1); }

// As it stands first where a shape proves it right; then with digits for the words that sound like them.
std::optional<Entity> findDictated(const QString &type, const Utterance &said, const EntityContext &context)
{
    const auto find = [&](const Utterance &utterance) {
        if (type == "number"_L1) return findNumber(utterance);
        return type == "phone"_L1 ? findPhone(utterance, context) : findOrderCode(utterance, context);
    };
    if (isRussian(context.language)) return find(said);
    const bool shaped = type == "order_code"_L1 && !context.pattern.isEmpty();
    if (shaped)
        if (auto entity = find(said)) return entity;
    return find(Utterance(said.text, withDigitsHeard(said.words, shaped ? Dictation::Shaped : Dictation::Free)));
}

} // namespace

std::optional<Entity> findEntity(const QString &type, const QString &text, const EntityContext &context)
{
    const Utterance said(text.left(longest));
    if (said.words.isEmpty()) return std::nullopt;
    if (type == "number"_L1 || type == "phone"_L1 || type == "order_code"_L1) return findDictated(type, said, context);
    if (type == "money"_L1) return findMoney(said);
    if (type == "yes_no"_L1) return findYesNo(said);
    if (type == "email"_L1) return findEmail(said);
    if (type == "date"_L1) return findDate(said, context);
    if (type == "time"_L1) return findTime(said);
    if (type == "text"_L1) return said.over(said.text.trimmed(), 0, said.words.size() - 1, 1);
    return std::nullopt;
}

const QStringList &entityTypes()
{
    static const QStringList types{u"number"_s, u"date"_s, u"time"_s, u"phone"_s, u"yes_no"_s, u"order_code"_s, u"email"_s, u"money"_s, u"text"_s};
    return types;
}

QStringList entityPhrases(const QString &type, const QString &language)
{
    const bool russian = isRussian(language);
    const auto list = [](const QString &words) { return words.split(u',', Qt::SkipEmptyParts); };
    const QString digits = russian ? u"ноль,один,два,три,четыре,пять,шесть,семь,восемь,девять"_s : u"zero,one,two,three,four,five,six,seven,eight,nine"_s;
    const QString tens = russian ? u",десять,одиннадцать,двенадцать,двадцать,тридцать,сорок,пятьдесят,шестьдесят,семьдесят,восемьдесят,девяносто,сто,тысяча"_s
                                 : u",ten,eleven,twelve,twenty,thirty,forty,fifty,sixty,seventy,eighty,ninety,hundred,thousand"_s;
    if (type == "yes_no"_L1) return list(russian ? u"да,нет,конечно,верно,неверно,не надо"_s : u"yes,no,yeah,nope,correct,that is right"_s);
    if (type == "date"_L1) {
        return list(russian ? u"сегодня,завтра,послезавтра,в понедельник,во вторник,в среду,в четверг,в пятницу,в субботу,в воскресенье,через неделю"_s
                            : u"today,tomorrow,monday,tuesday,wednesday,thursday,friday,saturday,sunday,in a week"_s);
    }
    if (type == "number"_L1 || type == "money"_L1 || type == "time"_L1) return list(digits + tens);
    if (type == "phone"_L1 || type == "order_code"_L1) return list(digits);
    return {};
}

QString entityExpectation(const QString &type)
{
    for (const QString &same : {u"phone"_s, u"email"_s, u"order_code"_s, u"yes_no"_s, u"number"_s, u"date"_s})
        if (type == same) return same;
    return {};
}

} // namespace vox
