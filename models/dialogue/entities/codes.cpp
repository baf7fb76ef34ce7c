#include "models/base/phone_number.h"
#include "models/dialogue/entities/utterance.h"

namespace vox {

using namespace Qt::StringLiterals;

namespace {

// What a dictated word gives: digits, or one letter.
struct Piece {
    QString text;
    bool digits = false;
    qsizetype first = 0;
    qsizetype last = 0;
};

QChar letterOf(const QString &word)
{
    if (word.size() == 1 && word[0].isLetter()) return word[0].toUpper();
    static const QHash<QString, QChar> names{
        {u"бэ"_s, u'Б'}, {u"бе"_s, u'Б'}, {u"вэ"_s, u'В'}, {u"ве"_s, u'В'}, {u"гэ"_s, u'Г'}, {u"ге"_s, u'Г'}, {u"дэ"_s, u'Д'}, {u"де"_s, u'Д'}, {u"жэ"_s, u'Ж'}, {u"зэ"_s, u'З'}, {u"ка"_s, u'К'},
        {u"эль"_s, u'Л'}, {u"эм"_s, u'М'}, {u"эн"_s, u'Н'}, {u"пэ"_s, u'П'}, {u"пе"_s, u'П'}, {u"эр"_s, u'Р'}, {u"эс"_s, u'С'}, {u"тэ"_s, u'Т'}, {u"те"_s, u'Т'}, {u"эф"_s, u'Ф'}, {u"ха"_s, u'Х'},
        {u"цэ"_s, u'Ц'}, {u"че"_s, u'Ч'}, {u"ша"_s, u'Ш'}, {u"ща"_s, u'Щ'}, {u"bee"_s, u'B'}, {u"cee"_s, u'C'}, {u"dee"_s, u'D'}, {u"eff"_s, u'F'}, {u"gee"_s, u'G'}, {u"jay"_s, u'J'}, {u"kay"_s, u'K'},
        {u"ell"_s, u'L'}, {u"em"_s, u'M'}, {u"en"_s, u'N'}, {u"pee"_s, u'P'}, {u"queue"_s, u'Q'}, {u"ar"_s, u'R'}, {u"ess"_s, u'S'}, {u"tee"_s, u'T'}, {u"vee"_s, u'V'},
        {u"ex"_s, u'X'}, {u"zed"_s, u'Z'}, {u"zee"_s, u'Z'},
        {u"alpha"_s, u'A'}, {u"bravo"_s, u'B'}, {u"charlie"_s, u'C'}, {u"delta"_s, u'D'}, {u"echo"_s, u'E'}, {u"foxtrot"_s, u'F'}, {u"golf"_s, u'G'}, {u"hotel"_s, u'H'}, {u"india"_s, u'I'},
        {u"juliet"_s, u'J'}, {u"kilo"_s, u'K'}, {u"lima"_s, u'L'}, {u"mike"_s, u'M'}, {u"november"_s, u'N'}, {u"oscar"_s, u'O'}, {u"papa"_s, u'P'}, {u"quebec"_s, u'Q'}, {u"romeo"_s, u'R'}, {u"sierra"_s, u'S'},
        {u"tango"_s, u'T'}, {u"uniform"_s, u'U'}, {u"victor"_s, u'V'}, {u"whiskey"_s, u'W'}, {u"yankee"_s, u'Y'}, {u"zulu"_s, u'Z'}};
    return names.value(word);
}

bool mixed(const QString &word) // "ab42"
{
    bool letters = false, digits = false;
    for (const QChar c : word) { letters = letters || c.isLetter(); digits = digits || c.isDigit(); }
    return letters && digits;
}

// "AB" as it was written; a short word in capitals is a code, not speech.
bool capitals(const Utterance &said, qsizetype i)
{
    const Word &word = said.words[i];
    if (word.length < 2 || word.length > 4) return false;
    for (qsizetype at = word.start; at < word.start + word.length; ++at)
        if (!said.text[at].isUpper()) return false;
    return true;
}
// The "s" of "it's".
bool afterApostrophe(const Utterance &said, qsizetype i)
{
    const qsizetype start = said.words[i].start;
    return start > 0 && (said.text[start - 1] == u'\'' || said.text[start - 1] == u'’');
}

// Runs of dictated pieces; a run ends at a word that is neither.
QList<QList<Piece>> runs(const Utterance &said)
{
    QList<QList<Piece>> out(1);
    for (qsizetype i = 0; i < said.words.size(); ++i) {
        const QString &word = said.word(i);
        if (const auto number = numberAt(said.numbers, i); number && !number->digits.isEmpty() && !number->ordinal) {
            out.last().append({number->digits, true, i, i + number->count - 1});
            i += number->count - 1;
        } else if (word == "oh"_L1 && !out.last().isEmpty() && out.last().last().digits) {
            out.last().append({u"0"_s, true, i, i});
        } else if (!letterOf(word).isNull() && !afterApostrophe(said, i)) {
            out.last().append({QString(letterOf(word)), false, i, i});
        } else if (mixed(word) || capitals(said, i)) {
            out.last().append({word.toUpper(), false, i, i});
        } else if (word == "dash"_L1 || word == "hyphen"_L1 || word == u"дефис"_s || word == u"тире"_s) {
            continue;
        } else if (!out.last().isEmpty()) {
            out.append(QList<Piece>());
        }
    }
    if (out.last().isEmpty()) out.removeLast();
    return out;
}

// Whether `code` has the shape; gives it with the shape's own signs, empty when it does not fit.
QString shaped(const QString &code, const QString &pattern)
{
    QString out;
    qsizetype at = 0;
    for (const QChar p : pattern) {
        if (p == u'A' || p == u'9') {
            if (at >= code.size() || code[at].isLetter() != (p == u'A')) return {};
            out += code[at++];
        } else {
            out += p;
        }
    }
    return at == code.size() ? out : QString();
}

} // namespace

std::optional<Entity> findOrderCode(const Utterance &said, const EntityContext &context)
{
    std::optional<Entity> best;
    for (const QList<Piece> &run : runs(said)) {
        // The longest stretch of the run that fits; single letters at its ends may be words ("a", "я", "и").
        for (qsizetype from = 0; from < run.size(); ++from) {
            QString code, bestCode;
            qsizetype bestTo = -1;
            bool digits = false;
            for (qsizetype to = from; to < run.size() && code.size() <= 40; ++to) {
                code += run[to].text;
                digits = digits || run[to].digits || mixed(run[to].text);
                const QString fit = context.pattern.isEmpty() ? (digits && code.size() >= 3 ? code : QString()) : shaped(code, context.pattern);
                if (!fit.isEmpty()) { bestCode = fit; bestTo = to; }
            }
            if (bestTo < 0) continue;
            if (!best || bestCode.size() > best->value.toString().size())
                best = said.over(bestCode, run[from].first, run[bestTo].last, context.pattern.isEmpty() ? 0.7 : 0.95);
        }
    }
    return best;
}

std::optional<Entity> findPhone(const Utterance &said, const EntityContext &context)
{
    for (const QList<Piece> &run : runs(said)) {
        QString digits;
        qsizetype first = -1, last = -1;
        for (const Piece &piece : run) {
            if (!piece.digits) {
                if (digits.size() >= 7) break;
                digits.clear();
                first = -1;
                continue;
            }
            if (first < 0) first = piece.first;
            last = piece.last;
            digits += piece.text;
        }
        if (first < 0) continue;
        const QString &before = said.word(first - 1);
        const qsizetype start = said.words[first].start;
        bool plus = before == "plus"_L1 || before == u"плюс"_s;
        for (qsizetype i = start - 1; i >= 0 && !plus && !said.text[i].isLetterOrNumber(); --i) plus = said.text[i] == u'+';
        QString number = digits;
        if (!plus && context.language.startsWith("ru"_L1)) {
            if (number.size() == 11 && number.startsWith(u'8')) number.replace(0, 1, u"7"_s);
            else if (number.size() == 10) number.prepend(u'7');
        } else if (!plus && number.size() == 10) {
            number.prepend(u'1');
        }
        if (number.size() < 10) continue;
        if (const auto phone = PhoneNumber::parse(u'+' + number)) return said.over(phone->e164(), first, last, plus || digits.size() >= 10 ? 0.95 : 0.7);
    }
    return std::nullopt;
}

} // namespace vox
