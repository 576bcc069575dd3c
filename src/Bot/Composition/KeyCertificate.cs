using System.Buffers.Text;
using System.Security.Cryptography.X509Certificates;

namespace MeliBot.Bot.Composition;

internal static class KeyCertificate
{
    /// <summary>A PKCS #12 file is a sequence (0x30) of bytes; secrets that a platform mounts as files are text, so that such a file comes in base64.</summary>
    public static X509Certificate2 Load(string path, string? password)
    {
        var bytes = File.ReadAllBytes(path);
        if (bytes is not [0x30, ..] && Base64.IsValid(bytes)) bytes = Convert.FromBase64String(System.Text.Encoding.ASCII.GetString(bytes));
        return X509CertificateLoader.LoadPkcs12(bytes, password);
    }
}
