#pragma once
#include <QString>
#include <optional>

namespace vox {

// An amount in the currency's minor unit (cents, kopecks; ISO 4217). In JSON {"amount": "12.50", "currency": "EUR"}.
struct Money {
    qint64 minor = 0;
    QString currency;

    // Decimal text with the currency's number of places, a dot, no grouping.
    QString amountText() const;
    static std::optional<Money> parse(QStringView amount, const QString &currency);
    friend bool operator==(const Money &, const Money &) = default;
};

// Decimal places of an ISO 4217 currency; 2 for unknown ones.
int minorDigits(const QString &currency);

} // namespace vox
