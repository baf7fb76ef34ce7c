#include "models/dialogue/turns/text_cues.h"
#include "models/dialogue/turns/sentence_ends.h"
#include <QSet>
#include <QStringList>
#include <algorithm>
#include <array>
#include <cmath>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

using Words = QSet<QString>;

const Words &backchannels()
{
    static const Words words{
        u"aha"_s, u"uh-huh"_s, u"uhhuh"_s, u"mhm"_s, u"mm-hm"_s, u"mmhm"_s, u"mm"_s, u"mmm"_s, u"hm"_s, u"hmm"_s, u"uh"_s, u"um"_s, u"ah"_s, u"oh"_s,
        u"yeah"_s, u"yep"_s, u"ok"_s, u"okay"_s, u"right"_s, u"sure"_s, u"i"_s, u"see"_s, u"got"_s, u"it"_s, u"yes"_s,
        u"ага"_s, u"угу"_s, u"мгм"_s, u"м"_s, u"мм"_s, u"ммм"_s, u"хм"_s, u"э"_s, u"эм"_s, u"да"_s, u"так"_s, u"ну"_s, u"понятно"_s, u"ясно"_s, u"хорошо"_s,
        u"ладно"_s, u"понял"_s, u"поняла"_s, u"окей"_s, u"да-да"_s, u"ага-ага"_s, u"угу-угу"_s};
    return words;
}
// Whole phrases only: "i", "see", "got", "it" and "ну" mean something else elsewhere.
bool whole(const QStringList &words)
{
    const QString text = words.join(u' ');
    if (words.contains(u"i"_s) || words.contains(u"see"_s) || words.contains(u"got"_s) || words.contains(u"it"_s))
        return text == "i see"_L1 || text == "got it"_L1 || text == "ok i see"_L1 || text == "yeah i see"_L1;
    return text != u"ну"_s;
}

const Words &trailing()
{
    static const Words words{
        u"and"_s, u"or"_s, u"but"_s, u"because"_s, u"so"_s, u"if"_s, u"that"_s, u"the"_s, u"a"_s, u"an"_s, u"my"_s, u"your"_s, u"his"_s, u"her"_s, u"our"_s,
        u"to"_s, u"of"_s, u"for"_s, u"with"_s, u"in"_s, u"on"_s, u"at"_s, u"from"_s, u"by"_s, u"about"_s, u"is"_s, u"are"_s, u"was"_s, u"were"_s, u"am"_s, u"i'm"_s,
        u"it's"_s, u"i"_s, u"we"_s, u"um"_s, u"uh"_s, u"er"_s, u"well"_s, u"like"_s, u"then"_s, u"which"_s, u"when"_s, u"where"_s, u"while"_s, u"than"_s, u"as"_s,
        u"и"_s, u"или"_s, u"но"_s, u"а"_s, u"что"_s, u"чтобы"_s, u"потому"_s, u"если"_s, u"как"_s, u"когда"_s, u"который"_s, u"которая"_s, u"которое"_s, u"в"_s, u"во"_s,
        u"на"_s, u"с"_s, u"со"_s, u"к"_s, u"ко"_s, u"по"_s, u"от"_s, u"из"_s, u"у"_s, u"о"_s, u"об"_s, u"для"_s, u"за"_s, u"под"_s, u"над"_s, u"без"_s, u"до"_s, u"про"_s,
        u"мой"_s, u"моя"_s, u"мое"_s, u"моё"_s, u"ваш"_s, u"ваша"_s, u"э"_s, u"эм"_s, u"ну"_s, u"значит"_s, u"короче"_s, u"то"_s, u"либо"_s, u"также"_s, u"поэтому"_s,
        u"номер"_s, u"зовут"_s, u"хочу"_s, u"хотел"_s, u"хотела"_s, u"нужно"_s, u"надо"_s, u"нужен"_s, u"нужна"_s, u"могу"_s, u"можно"_s};
    return words;
}

// Words that nobody says alone.
const Words &openers()
{
    static const Words words{u"can"_s, u"could"_s, u"would"_s, u"will"_s, u"do"_s, u"does"_s, u"did"_s, u"has"_s, u"had"_s, u"have"_s, u"what"_s, u"how"_s,
                             u"please"_s, u"you"_s, u"there"_s, u"let"_s, u"tell"_s, u"this"_s, u"which"_s, u"not"_s, u"they"_s, u"he"_s, u"she"_s, u"it"_s,
                             u"i'll"_s, u"i'd"_s, u"i've"_s, u"we'll"_s, u"we'd"_s, u"we've"_s, u"we're"_s, u"they're"_s, u"they've"_s, u"he's"_s, u"she's"_s,
                             u"there's"_s, u"that's"_s, u"what's"_s, u"where's"_s, u"who's"_s, u"be"_s, u"been"_s, u"may"_s, u"might"_s, u"must"_s, u"shall"_s,
                             u"should"_s, u"although"_s, u"unless"_s, u"since"_s, u"whether"_s, u"its"_s, u"their"_s, u"who"_s, u"why"_s,
                             u"скажите"_s, u"подскажите"_s, u"пожалуйста"_s, u"где"_s, u"какой"_s, u"какая"_s, u"я"_s, u"мы"_s, u"мне"_s, u"меня"_s, u"вы"_s};
    return words;
}

// Sounds of thinking: whatever was said before, more will come.
const Words &fillers()
{
    static const Words words{u"um"_s, u"uh"_s, u"er"_s, u"erm"_s, u"hmm"_s, u"э"_s, u"эм"_s, u"ээ"_s, u"ммм"_s, u"короче"_s, u"значит"_s, u"ну"_s};
    return words;
}

const Words &decisive()
{
    static const Words words{u"yes"_s, u"no"_s, u"yeah"_s, u"yep"_s, u"nope"_s, u"stop"_s, u"wait"_s, u"thanks"_s, u"bye"_s, u"goodbye"_s, u"correct"_s, u"operator"_s,
                             u"да"_s, u"нет"_s, u"стоп"_s, u"подождите"_s, u"спасибо"_s, u"верно"_s, u"правильно"_s, u"неверно"_s, u"оператор"_s, u"конечно"_s,
                             u"хватит"_s, u"погоди"_s, u"алло"_s};
    return words;
}

const Words &numberWords()
{
    static const Words words{
        u"zero"_s, u"oh"_s, u"one"_s, u"two"_s, u"three"_s, u"four"_s, u"five"_s, u"six"_s, u"seven"_s, u"eight"_s, u"nine"_s, u"ten"_s, u"eleven"_s, u"twelve"_s,
        u"thirteen"_s, u"fourteen"_s, u"fifteen"_s, u"sixteen"_s, u"seventeen"_s, u"eighteen"_s, u"nineteen"_s, u"twenty"_s, u"thirty"_s, u"forty"_s,
        u"fifty"_s, u"sixty"_s, u"seventy"_s, u"eighty"_s, u"ninety"_s, u"hundred"_s, u"thousand"_s, u"double"_s, u"triple"_s, u"plus"_s,
        u"ноль"_s, u"нуль"_s, u"один"_s, u"два"_s, u"три"_s, u"четыре"_s, u"пять"_s, u"шесть"_s, u"семь"_s, u"восемь"_s, u"девять"_s, u"десять"_s,
        u"одиннадцать"_s, u"двенадцать"_s, u"тринадцать"_s, u"четырнадцать"_s, u"пятнадцать"_s, u"шестнадцать"_s, u"семнадцать"_s,
        u"восемнадцать"_s, u"девятнадцать"_s, u"двадцать"_s, u"тридцать"_s, u"сорок"_s, u"пятьдесят"_s, u"шестьдесят"_s, u"семьдесят"_s,
        u"восемьдесят"_s, u"девяносто"_s, u"сто"_s, u"двести"_s, u"триста"_s, u"четыреста"_s, u"пятьсот"_s, u"шестьсот"_s, u"семьсот"_s,
        u"восемьсот"_s, u"девятьсот"_s, u"тысяча"_s, u"тысячи"_s, u"плюс"_s};
    return words;
}

bool isDigits(const QString &word)
{
    for (const QChar c : word)
        if (!c.isDigit()) return false;
    return !word.isEmpty();
}

// How many digits a spoken word stands for, when numbers are dictated: "five" 1, "forty" 2, "916" 3.
int digitsIn(const QString &word)
{
    if (isDigits(word)) return int(word.size());
    if (!numberWords().contains(word)) return 0;
    static const Words filled{u"double"_s, u"triple"_s, u"plus"_s, u"плюс"_s, u"hundred"_s, u"thousand"_s, u"тысяча"_s, u"тысячи"_s};
    if (filled.contains(word)) return 0;
    if (word.endsWith(u"сот"_s) || word.endsWith(u"ста"_s) || word == u"сто"_s || word.endsWith(u"ести"_s)) return 3;
    if (word.endsWith("ty"_L1) || word.endsWith("teen"_L1) || word.endsWith(u"дцать"_s) || word.endsWith(u"десят"_s)
        || word == u"сорок"_s || word == u"девяносто"_s || word == "ten"_L1 || word == "eleven"_L1 || word == "twelve"_L1
        || word == u"десять"_s)
        return 2;
    return 1;
}

QStringList wordsOf(QStringView text)
{
    QStringList words;
    QString word;
    for (const QChar c : text) {
        // "uh-huh" is one word, "555-123" and "A-B-C" are not.
        const bool joins = c == u'-' && word.size() > 1 && word.back().isLetter();
        const bool inside = c.isLetterOrNumber() || joins || ((c == u'\'' || c == u'’') && !word.isEmpty());
        if (inside) {
            word.append(c == u'’' ? u'\'' : c.toLower());
        } else if (!word.isEmpty()) {
            words.append(word);
            word.clear();
        }
    }
    if (!word.isEmpty()) words.append(word);
    for (QString &each : words)
        while (each.endsWith(u'-') || each.endsWith(u'\'')) each.chop(1);
    return words;
}

// A mid-dictation e-mail address: "ivan at" or "ivan dot petrov"; complete once something like a domain's end was said.
TextCue emailCue(const QStringList &words, QStringView text)
{
    static const Words ends{u"com"_s, u"ru"_s, u"org"_s, u"net"_s, u"de"_s, u"uk"_s, u"io"_s, u"eu"_s, u"ком"_s, u"ру"_s, u"рф"_s, u"орг"_s, u"нет"_s, u"info"_s};
    const bool at = text.contains(u'@') || words.contains(u"at"_s) || words.contains(u"собака"_s) || words.contains(u"собачка"_s);
    return at && ends.contains(words.last()) ? TextCue::Complete : TextCue::Unfinished;
}

// What was dictated of a number so far, as far as it matters how long it will be.
struct Dictated {
    int digits = 0;
    bool international = false;
    QString first; // its first word
};

Dictated dictatedIn(const QStringList &words, QStringView text)
{
    Dictated out;
    out.international = text.contains(u'+');
    for (qsizetype i = 0; i < words.size(); ++i) {
        int here = digitsIn(words[i]);
        // "twenty five" is two digits, "пятьсот двадцать пять" three.
        if (here == 1 && i > 0 && digitsIn(words[i - 1]) == 2 && !isDigits(words[i]) && !isDigits(words[i - 1])) here = 0;
        else if (here == 2 && i > 0 && digitsIn(words[i - 1]) == 3 && !isDigits(words[i])) here = 0;
        if (i > 0 && words[i - 1] == "double"_L1) here = 2;
        if (i > 0 && words[i - 1] == "triple"_L1) here = 3;
        if (here > 0 && out.digits == 0) out.first = words[i];
        out.digits += here;
        out.international = out.international || words[i] == "plus"_L1 || words[i] == u"плюс"_s;
    }
    return out;
}

// How many digits a telephone number has that begins like this: with a trunk prefix (8 and 7 in Russia, 0 in Britain
// and Germany, 1 in America) one more than without.
int phoneLength(const Dictated &said)
{
    static const Words trunk{u"8"_s, u"7"_s, u"1"_s, u"0"_s, u"восемь"_s, u"семь"_s, u"one"_s, u"zero"_s, u"oh"_s, u"o"_s};
    const bool written = isDigits(said.first) && (said.first.startsWith(u'0') || (said.first.size() == 11 && (said.first.startsWith(u'8') || said.first.startsWith(u'7'))));
    return said.international || written || trunk.contains(said.first) ? 11 : 10;
}

TextCue phoneCue(const QStringList &words, QStringView text)
{
    const Dictated said = dictatedIn(words, text);
    const int length = phoneLength(said);
    // American and Russian numbers without a prefix may begin with those digits, too.
    // A recogniser that has heard half a number likes to write a whole one, or more than one: believe it after a moment.
    if (said.digits == length || (said.digits == length - 1 && !said.international && length == 11)) return TextCue::Paused;
    return TextCue::Unfinished;
}

bool endsInNumber(const QStringList &words)
{
    return isDigits(words.last()) || numberWords().contains(words.last());
}

// "a b", "А Б Ц": single letters in a row are a spelling that may go on.
bool spells(const QStringList &words)
{
    qsizetype letters = 0;
    for (qsizetype i = words.size() - 1; i >= 0 && words[i].size() == 1 && words[i][0].isLetter(); --i) ++letters;
    return letters >= 2;
}

// Digits and single letters in a row at the end: what was said of a code so far. A recogniser writes "four" as "for" and
// "two" as "to".
int codeSymbols(const QStringList &words)
{
    static const Words alike{u"for"_s, u"to"_s, u"too"_s, u"won"_s, u"ate"_s, u"oh"_s, u"o"_s};
    int symbols = 0;
    for (auto word = words.rbegin(); word != words.rend(); ++word) {
        const int digits = digitsIn(*word);
        if (digits > 0) symbols += digits;
        else if (word->size() == 1 || alike.contains(*word)) ++symbols;
        else break;
    }
    return symbols;
}

TextCue cueOf(const QStringList &words, QStringView text, const QString &expected, Floor floor, bool punctuated)
{
    const QString expects = expected.section(u':', 0, 0);
    const int length = expected.section(u':', 1).toInt();
    if (floor == Floor::Agent && expects != "yes_no"_L1 && isBackchannel(text)) return TextCue::Backchannel;
    if (expects == "email"_L1) return emailCue(words, text);
    if (expects == "phone"_L1) return phoneCue(words, text);
    if (expects == "digits"_L1 || expects == "spelling"_L1 || expects == "order_code"_L1) {
        if (length > 0 && codeSymbols(words) >= length) return TextCue::Complete;
        if (length > 0 && codeSymbols(words) > 0) return TextCue::Unfinished;
        // How many there will be is unknown: wait while they come.
        if (endsInNumber(words) || spells(words) || words.last().size() == 1) return TextCue::Unfinished;
    }
    if (words.size() <= 2 && decisive().contains(words.last())) return TextCue::Complete;
    if (text.trimmed().endsWith("..."_L1) || text.trimmed().endsWith(u'…')) return TextCue::Trailing;
    if (fillers().contains(words.last())) return TextCue::Trailing;
    // Over the agent a question is a reason to stop; on his own floor the caller may go on after anything.
    if (floor == Floor::Agent && text.trimmed().endsWith(u'?')) return TextCue::Complete;
    if (expects == "yes_no"_L1 && words.size() <= 3 && !trailing().contains(words.last())) return TextCue::Complete;
    if (expects == "number"_L1 || expects == "date"_L1) return trailing().contains(words.last()) ? TextCue::Trailing : TextCue::Neutral;
    if (spells(words)) return TextCue::Unfinished;
    // Three or more digits in a row, unasked for: a number is being dictated.
    if (words.size() >= 3 && endsInNumber(words) && numberWords().contains(words[words.size() - 2])
        && numberWords().contains(words[words.size() - 3]))
        return TextCue::Unfinished;
    if (isBackchannel(text)) return TextCue::Backchannel;
    if (floor == Floor::Agent && punctuated && words.size() >= 4 && (text.trimmed().endsWith(u'.') || text.trimmed().endsWith(u'!'))) return TextCue::Complete;
    return TextCue::Neutral;
}

constexpr qsizetype kLongSentence = 10; // words
constexpr qsizetype kShortAnswer = 3;   // words: with a comma behind them as often as not
constexpr float kHalfPhrase = 0.6f;
constexpr float kOneWordPhrase = 0.75f; // one word of a phrase may also begin something nobody listens for

// What the number of words alone says, as log-odds: what callers say at length is rarely a beginning; what is said in two
// or three words was hardly learnt from, and judged too hard.
float byLength(qsizetype words)
{
    static constexpr std::array<float, 8> said{0, 0, 1.9f, 1.1f, -0.4f, -0.4f, -0.4f, -0.3f};
    if (words < qsizetype(said.size())) return said[std::size_t(words)];
    return words == qsizetype(said.size()) ? 0.0f : 0.4f;
}

// How likely a sentence is over: its last words, its length, and what the recogniser set behind them. It sets commas where
// the voice stays up, and question marks behind half questions, too.
float finishedBy(const QStringList &words, QStringView text, bool punctuated)
{
    const QStringView said = text.trimmed();
    float score = sentenceEndScore(words) + byLength(words.size());
    if (punctuated && said.endsWith(u',')) score -= words.size() > kShortAnswer ? 0.9f : 0.2f;
    if (punctuated && said.endsWith(u'?')) score -= 0.6f;
    // It sets full stops behind half sentences as well, but not often behind half a long one.
    if (punctuated && words.size() >= kLongSentence && (said.endsWith(u'.') || said.endsWith(u'!'))) score = std::max(score, 0.6f);
    if (words.size() == 1) score = 0.3f; // an answer, unless nobody says it alone
    const bool opens = words.size() == 1 && openers().contains(words.last());
    if (opens || (words.size() <= 2 && trailing().contains(words.last()))) score = -1.5f;
    return 1 / (1 + std::exp(-score));
}

// One of the phrases begins like this and goes on.
bool beginsPhrase(const QString &said, const QStringList &phrases)
{
    const QString more = said + u' ';
    const auto at = std::lower_bound(phrases.begin(), phrases.end(), more);
    return at != phrases.end() && at->startsWith(more);
}

// One of the phrases, and none of them goes on from there.
bool isWholePhrase(const QString &said, const QStringList &phrases)
{
    return std::binary_search(phrases.begin(), phrases.end(), said) && !beginsPhrase(said, phrases);
}

} // namespace

QStringList plainPhrases(const QStringList &phrases)
{
    QStringList plain;
    for (const QString &phrase : phrases)
        if (const QStringList words = wordsOf(phrase); !words.isEmpty()) plain.append(words.join(u' '));
    plain.sort();
    return plain;
}

TextCues textCues(QStringView text, const QString &expects, Floor floor, const QStringList &phrases, bool punctuated)
{
    const QStringList words = wordsOf(text);
    const int count = int(words.size());
    if (words.isEmpty()) return {TextCue::Empty, 0};
    const TextCue cue = cueOf(words, text, expects, floor, punctuated);
    if (cue != TextCue::Neutral || floor != Floor::Caller) return {cue, count};
    const QString said = words.join(u' ');
    if (isWholePhrase(said, phrases)) return count > 1 ? TextCues{TextCue::Complete, count} : TextCues{cue, count, kOneWordPhrase};
    if (expects == "number"_L1 || expects == "date"_L1) return {cue, count};
    const float finished = finishedBy(words, text, punctuated);
    // Half of what is listened for: the other half is likely to come.
    const bool half = words.size() > 1 && beginsPhrase(said, phrases) && !std::binary_search(phrases.begin(), phrases.end(), said);
    return {cue, count, half ? finished * kHalfPhrase : finished};
}

bool isBackchannel(QStringView text)
{
    const QStringList words = wordsOf(text);
    if (words.isEmpty() || words.size() > 4) return false;
    for (const QString &word : words)
        if (!backchannels().contains(word)) return false;
    return whole(words);
}

} // namespace vox
