#pragma once
#include <QByteArray>
#include <QFile>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509v3.h>

namespace vox::test {

// A key with a certificate: an authority's own, or one that an authority has signed for 127.0.0.1. For tests of TLS.
class Certificate {
public:
    explicit Certificate(const Certificate *authority = nullptr, const char *place = "IP:127.0.0.1", const char *name = nullptr)
        : m_key(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256")), m_x509(X509_new())
    {
        X509_set_version(m_x509, 2);
        ASN1_INTEGER_set(X509_get_serialNumber(m_x509), authority ? 2 : 1);
        X509_gmtime_adj(X509_getm_notBefore(m_x509), -3600);
        X509_gmtime_adj(X509_getm_notAfter(m_x509), 3600);
        X509_set_pubkey(m_x509, m_key);
        const auto *called = reinterpret_cast<const unsigned char *>(name ? name : authority ? "provider" : "authority");
        X509_NAME_add_entry_by_txt(X509_get_subject_name(m_x509), "CN", MBSTRING_ASC, called, -1, -1, 0);
        X509_set_issuer_name(m_x509, X509_get_subject_name(authority ? authority->m_x509 : m_x509));
        X509V3_CTX context;
        X509V3_set_ctx(&context, authority ? authority->m_x509 : m_x509, m_x509, nullptr, nullptr, 0);
        const auto add = [&](int what, const char *value) {
            X509_EXTENSION *extension = X509V3_EXT_conf_nid(nullptr, &context, what, value);
            X509_add_ext(m_x509, extension, -1);
            X509_EXTENSION_free(extension);
        };
        add(NID_basic_constraints, authority ? "critical,CA:FALSE" : "critical,CA:TRUE");
        if (authority) add(NID_subject_alt_name, place);
        X509_sign(m_x509, authority ? authority->m_key : m_key, EVP_sha256());
    }
    ~Certificate()
    {
        X509_free(m_x509);
        EVP_PKEY_free(m_key);
    }
    Certificate(const Certificate &) = delete;

    void write(const QString &certificateFile, const QString &keyFile = {}) const
    {
        BIO *out = BIO_new_file(QFile::encodeName(certificateFile).constData(), "w");
        PEM_write_bio_X509(out, m_x509);
        BIO_free(out);
        if (keyFile.isEmpty()) return;
        out = BIO_new_file(QFile::encodeName(keyFile).constData(), "w");
        PEM_write_bio_PrivateKey(out, m_key, nullptr, nullptr, 0, nullptr, nullptr);
        BIO_free(out);
    }

private:
    EVP_PKEY *m_key;
    X509 *m_x509;
};

} // namespace vox::test
