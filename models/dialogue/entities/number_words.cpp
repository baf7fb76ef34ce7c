#include "models/dialogue/entities/number_words.h"
#include <QHash>
#include <QStringList>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

using Kind = NumberWord::Kind;
using Table = QHash<QString, NumberWord>;

void add(Table &table, const QString &forms, Kind kind, double value, bool ordinal = false)
{
    for (const QString &form : forms.split(u' ', Qt::SkipEmptyParts)) table.insert(form, {kind, value, ordinal});
}

Kind kindOf(int value) { return value < 10 ? Kind::Unit : value < 20 ? Kind::Teen : value < 100 ? Kind::Ten : Kind::Hundred; }

void addEnglish(Table &table)
{
    const QStringList small = u"zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"_s.split(u' ');
    for (int i = 0; i < 20; ++i) add(table, small[i], kindOf(i), i);
    add(table, u"nought nil"_s, Kind::Unit, 0);
    const QStringList tens = u"twenty thirty forty fifty sixty seventy eighty ninety"_s.split(u' ');
    for (int i = 0; i < 8; ++i) add(table, tens[i], Kind::Ten, (i + 2) * 10);
    add(table, u"fourty"_s, Kind::Ten, 40);
    add(table, u"hundred hundreds"_s, Kind::Times, 100);
    add(table, u"thousand thousands"_s, Kind::Times, 1000);
    add(table, u"million millions"_s, Kind::Times, 1e6);
    const QStringList ordinals = u"zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"_s.split(u' ');
    for (int i = 0; i < 20; ++i) add(table, ordinals[i], kindOf(i), i, true);
    const QStringList ordinalTens = u"twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"_s.split(u' ');
    for (int i = 0; i < 8; ++i) add(table, ordinalTens[i], Kind::Ten, (i + 2) * 10, true);
}

void addRussianCardinals(Table &table)
{
    const QList<QPair<int, QString>> rows{
        {0, u"ноль ноля нолю нолем ноле нуль нуля нулю нулем нуле"_s},
        {1, u"один одна одно одного одной одному одну одним одном"_s}, {2, u"два две двух двум двумя"_s},
        {3, u"три трех трем тремя"_s}, {4, u"четыре четырех четырем четырьмя"_s}, {5, u"пять пяти пятью"_s}, {6, u"шесть шести шестью"_s},
        {7, u"семь семи семью"_s}, {8, u"восемь восьми восемью восьмью"_s}, {9, u"девять девяти девятью"_s}, {10, u"десять десяти десятью"_s},
        {40, u"сорок сорока"_s}, {90, u"девяносто девяноста"_s}, {100, u"сто ста"_s},
        {50, u"пятьдесят пятидесяти пятьюдесятью"_s}, {60, u"шестьдесят шестидесяти шестьюдесятью"_s},
        {70, u"семьдесят семидесяти семьюдесятью"_s}, {80, u"восемьдесят восьмидесяти восемьюдесятью"_s},
        {200, u"двести двухсот двумстам двумястами"_s}, {300, u"триста трехсот тремстам тремястами"_s}, {400, u"четыреста четырехсот четыремстам"_s},
        {500, u"пятьсот пятисот пятистам"_s}, {600, u"шестьсот шестисот шестистам"_s}, {700, u"семьсот семисот семистам"_s},
        {800, u"восемьсот восьмисот восьмистам"_s}, {900, u"девятьсот девятисот девятистам"_s}};
    for (const auto &[value, forms] : rows) add(table, forms, kindOf(value), value);
    const QStringList teens = u"один две три четыр пят шест сем восем девят"_s.split(u' ');
    for (int i = 0; i < 9; ++i)
        for (const QString &ending : {u"надцать"_s, u"надцати"_s, u"надцатью"_s}) add(table, teens[i] + ending, Kind::Teen, 11 + i);
    for (const QString &ending : {u"дцать"_s, u"дцати"_s, u"дцатью"_s}) {
        add(table, u"два"_s + ending, Kind::Ten, 20);
        add(table, u"три"_s + ending, Kind::Ten, 30);
    }
    add(table, u"тысяча тысячи тысячу тысяч тысячам тысячей"_s, Kind::Times, 1000);
    add(table, u"миллион миллиона миллионов миллионом"_s, Kind::Times, 1e6);
    add(table, u"полтора полторы полутора"_s, Kind::Whole, 1.5);
    add(table, u"двое"_s, Kind::Unit, 2);
    add(table, u"трое"_s, Kind::Unit, 3);
}

void addRussianOrdinals(Table &table)
{
    const QStringList hard = u"ый ого ому ым ом ая ой ую ое ые ых"_s.split(u' ');
    const auto ordinal = [&](const QString &stem, int value) {
        for (const QString &ending : hard) add(table, stem + ending, kindOf(value), value, true);
    };
    const QList<QPair<int, QString>> rows{{0, u"нулев"_s}, {1, u"перв"_s}, {4, u"четверт"_s}, {5, u"пят"_s}, {9, u"девят"_s}, {10, u"десят"_s},
                                          {40, u"сороков"_s}, {50, u"пятидесят"_s}, {60, u"шестидесят"_s}, {70, u"семидесят"_s},
                                          {80, u"восьмидесят"_s}, {90, u"девяност"_s}, {100, u"сот"_s}, {20, u"двадцат"_s}, {30, u"тридцат"_s},
                                          {2, u"втор"_s}, {6, u"шест"_s}, {7, u"седьм"_s}, {8, u"восьм"_s}};
    for (const auto &[value, stem] : rows) ordinal(stem, value);
    add(table, u"второй"_s, Kind::Unit, 2, true);
    add(table, u"третий третьего третьему третьим третьем третья третьей третью третье третьи"_s, Kind::Unit, 3, true);
    const QStringList teens = u"один две три четыр пят шест сем восем девят"_s.split(u' ');
    for (int i = 0; i < 9; ++i) ordinal(teens[i] + u"надцат"_s, 11 + i);
}

} // namespace

std::optional<NumberWord> numberWord(const QString &word)
{
    static const Table table = [] {
        Table out;
        addRussianOrdinals(out);
        addEnglish(out);
        addRussianCardinals(out); // after the ordinals: "пяти" and the like belong here
        return out;
    }();
    const auto it = table.find(word);
    return it == table.end() ? std::nullopt : std::optional(*it);
}

} // namespace vox
