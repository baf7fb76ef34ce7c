#include "app/security/password_rules.h"
#include <QRegularExpression>
#include <QSet>

namespace vox {

using namespace Qt::StringLiterals;

namespace {

// The roots of what lists of leaked passwords of twelve characters and more are made of: with digits, signs and
// repetitions around them they make up nearly all of those.
const QSet<QString> &commonRoots()
{
    static const QSet<QString> roots{
        u"password"_s, u"passwort"_s, u"passw"_s, u"pass"_s, u"word"_s, u"qwerty"_s, u"qwertyuiop"_s, u"qwertyui"_s, u"qwertz"_s, u"azerty"_s,
        u"asdfghjkl"_s, u"asdfgh"_s, u"asdf"_s, u"zxcvbnm"_s, u"zxcvbn"_s, u"qaz"_s, u"wsx"_s, u"edc"_s, u"qazwsx"_s, u"qazwsxedc"_s, u"qweasd"_s,
        u"qweasdzxc"_s, u"qwe"_s, u"asd"_s, u"zxc"_s, u"abc"_s, u"abcd"_s, u"abcdef"_s, u"abcdefg"_s, u"abcdefgh"_s, u"abcdefghijkl"_s,
        u"abcdefghijklmnopqrstuvwxyz"_s, u"iloveyou"_s, u"loveyou"_s, u"love"_s, u"welcome"_s, u"administrator"_s, u"admin"_s, u"root"_s, u"user"_s,
        u"guest"_s, u"login"_s, u"letmein"_s, u"changeme"_s, u"default"_s, u"secret"_s, u"master"_s, u"monkey"_s, u"dragon"_s, u"sunshine"_s,
        u"princess"_s, u"football"_s, u"baseball"_s, u"superman"_s, u"batman"_s, u"starwars"_s, u"trustno"_s, u"shadow"_s, u"michael"_s,
        u"jennifer"_s, u"charlie"_s, u"computer"_s, u"internet"_s, u"google"_s, u"facebook"_s, u"windows"_s, u"microsoft"_s, u"samsung"_s,
        u"liverpool"_s, u"chelsea"_s, u"manchester"_s, u"company"_s, u"test"_s, u"testing"_s, u"temp"_s, u"temporary"_s, u"summer"_s, u"winter"_s,
        u"spring"_s, u"autumn"_s, u"january"_s, u"february"_s, u"march"_s, u"april"_s, u"june"_s, u"july"_s, u"august"_s, u"september"_s, u"october"_s,
        u"november"_s, u"december"_s, u"monday"_s, u"friday"_s, u"sunday"_s, u"hello"_s, u"helloworld"_s, u"unknown"_s, u"nothing"_s, u"whatever"_s,
        u"forever"_s, u"blink"_s, u"killer"_s, u"pokemon"_s, u"naruto"_s, u"minecraft"_s, u"correcthorsebatterystaple"_s, u"voxdesk"_s, u"пароль"_s,
        u"йцукен"_s, u"йцукенгшщзхъ"_s, u"фывапролджэ"_s, u"фыва"_s, u"ячсмить"_s, u"привет"_s, u"любовь"_s, u"админ"_s, u"администратор"_s,
        u"секрет"_s, u"мастер"_s, u"наташа"_s, u"россия"_s, u"москва"_s, u"спартак"_s, u"gfhjkm"_s, u"ghbdtn"_s, u"natasha"_s, u"privet"_s,
        u"parol"_s, u"spartak"_s, u"marina"_s, u"qwertyqwerty"_s};
    return roots;
}

// "P@ssw0rd" as "password".
QString withoutDisguise(const QString &text)
{
    static const QRegularExpression around(u"^[^\\p{L}]+|[^\\p{L}]+$"_s);
    QString out = text.toCaseFolded().remove(around);
    const QPair<QChar, QChar> pairs[] = {{u'@', u'a'}, {u'4', u'a'}, {u'0', u'o'}, {u'1', u'i'}, {u'!', u'i'}, {u'3', u'e'}, {u'$', u's'}, {u'5', u's'}, {u'7', u't'}};
    for (const auto &[from, to] : pairs) out.replace(from, to);
    return out;
}

// "abcabcabcabc" as "abc".
QString smallestUnit(const QString &text)
{
    for (qsizetype size = 1; size <= text.size() / 2; ++size) {
        if (text.size() % size) continue;
        if (text.left(size).repeated(text.size() / size) == text) return text.left(size);
    }
    return text;
}

// "123456789012", "zyxwvutsrqpo": every character is the next, the previous or the same.
bool isRow(const QString &text)
{
    int breaks = 0;
    for (qsizetype i = 1; i < text.size(); ++i)
        if (std::abs(int(text[i].unicode()) - int(text[i - 1].unicode())) > 1) ++breaks;
    return breaks <= 2;
}

// What is left of letters when everything that stands around a common root is taken away.
bool isCommonRoot(const QString &text)
{
    static const QRegularExpression notLetters(u"[^\\p{L}]+"_s);
    for (const QString &form : {text.toCaseFolded(), withoutDisguise(text)}) {
        const QStringList words = form.split(notLetters, Qt::SkipEmptyParts);
        if (words.isEmpty()) continue;
        if (commonRoots().contains(smallestUnit(words.join(QString())))) return true;
        if (std::all_of(words.begin(), words.end(), [](const QString &word) { return commonRoots().contains(smallestUnit(word)); })) return true;
    }
    return false;
}

bool isCommon(const QString &password)
{
    const QSet<QChar> distinct(password.begin(), password.end());
    return distinct.size() < 5 || isRow(password) || smallestUnit(password).size() <= 5 || isCommonRoot(password);
}

// Whether little more than the person's own words is left.
bool isMadeOf(const QString &password, const QStringList &own)
{
    QString rest = password.toCaseFolded();
    for (const QString &word : own)
        if (word.size() >= 3) rest.remove(word.toCaseFolded());
    return rest.size() < password.size() && rest.size() < kShortestPassword - 4;
}

} // namespace

Result<void> checkPassword(const QString &password, const QString &email, const QString &name)
{
    const auto points = password.normalized(QString::NormalizationForm_C).toUcs4().size();
    if (points < kShortestPassword) return Error(Error::Code::PasswordTooShort, {QString::number(kShortestPassword)});
    if (points > kLongestPassword) return Error(Error::Code::TooLarge, {u"password"_s, QString::number(kLongestPassword)});
    static const QRegularExpression between(u"[^\\p{L}\\p{N}]+"_s);
    QStringList own{email};
    own += email.split(between, Qt::SkipEmptyParts);
    own += name.split(between, Qt::SkipEmptyParts);
    if (isMadeOf(password, own)) return Error(Error::Code::PasswordLikeEmail);
    if (isCommon(password)) return Error(Error::Code::PasswordTooCommon);
    return {};
}

} // namespace vox
