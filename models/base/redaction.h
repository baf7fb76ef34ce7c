#pragma once
#include <QByteArray>
#include <QJsonValue>
#include <QList>
#include <QString>
#include <functional>

namespace vox {

// Values that must not leave this machine, and what stands in their place: "[secret NAME]". Finds a value as it is and as JSON,
// addresses, base64 and hexadecimal write it, in any case, and its beginning where a text was cut. A value, cheap to copy; any thread.
class Redaction {
public:
    // Shorter ones (UTF-8 bytes) cannot be told from words.
    static constexpr qsizetype shortest = 8;

    // Of a value that begins with a scheme ("Bearer …") what follows is looked for as well.
    void add(const QString &name, const QByteArray &value);
    bool isEmpty() const { return m_forms.isEmpty(); }

    QString text(const QString &text) const;
    // Texts and keys at any depth; a number that is a value becomes text.
    QJsonValue json(const QJsonValue &json) const;

private:
    struct Form {
        QString shown, instead;
    };
    void addForm(const QString &form, const QString &instead);
    QList<Form> m_forms; // longest first
};

// What is to be withheld now; any thread. An empty function withholds nothing.
using RedactionSource = std::function<Redaction()>;

} // namespace vox
