using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MeliBot.Bot.Composition;

namespace MeliBot.Bot.Tests;

public sealed class KeyCertificateTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_certificate_is_read_from_its_file_and_from_one_that_holds_it_in_base64(bool text)
    {
        using var key = RSA.Create(2048);
        using var made = new CertificateRequest("CN=melibot", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
        var file = Path.GetTempFileName();
        if (text) File.WriteAllText(file, Convert.ToBase64String(made.ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, "")) + "\n");
        else File.WriteAllBytes(file, made.ExportPkcs12(Pkcs12ExportPbeParameters.Pbes2Aes256Sha256, ""));

        using var read = KeyCertificate.Load(file, null);

        File.Delete(file);
        read.Thumbprint.ShouldBe(made.Thumbprint);
        read.HasPrivateKey.ShouldBeTrue();
    }
}
