using System.Globalization;
using System.Text;
using System.Text.Json;

namespace MeliBot.Crash.Tests.Campaigns.Hostile;

/// <summary>What an attacker who even knows the secret sends: two hundred bodies, none of which may leave anything behind.</summary>
internal static class HostileBodies
{
    public static IReadOnlyList<HostileBody> All(long account, long application) => [.. Make(account, application).Take(200)];

    private static IEnumerable<HostileBody> Make(long account, long application)
    {
        string[] shapes =
        [
            "", " ", "null", "[]", "{}", "1", "\"x\"", "true", "{", "}", "[[[[", "<xml/>", "{\"resource\":null}", "\uFEFF", "a=b&c=d", "{\"resource\":[\"/questions/1\"]}", "{\"resource\":{\"a\":1}}",
            new string('[', 4_000), new string('{', 8_000), "{\"a\":" + new string('[', 3_000), "{\"a\":" + string.Concat(Enumerable.Repeat("{\"a\":", 1_500)), "\"" + new string('\\', 5_001),
        ];
        foreach (var shape in shapes)
            yield return new(shape);

        string[] fields =
        [
            """ "user_id":1e999 """, """ "user_id":-1 """, """ "user_id":0 """, """ "user_id":1.5 """, """ "user_id":99999999999999999999999999 """, """ "user_id":"" """, """ "user_id":" 1" """, """ "user_id":null """,
            """ "user_id":[1] """, """ "user_id":true """, """ "user_id":0x10 """, """ "user_id":NaN """,
        ];
        foreach (var field in fields)
            yield return new($$"""{"resource":"/questions/1","topic":"questions","application_id":{{application}},{{field}}}""");

        string[] resources =
        [
            "", "/", "//evil.example/questions/1", "https://evil.example/questions/1", "http://169.254.169.254/latest/meta-data", "/questions/1/../../users/me", "/questions/..%2f1", "/questions/%2e%2e/users/me",
            "/questions/1?access_token=x", "/questions/1#x", "/questions/1@evil.example", "\\\\evil\\x", "/questions/ 1", "/questions/1\n", "/questions/1\r\nHost: evil", "/questions/-1", "/questions/+1",
            "/questions/99999999999999999999999", "/questions/1/answers", "/users/100", "/answers", "questions", "/questions/", "/Questions/1", "/questions/１", "/questions/1\u0000", "/questions/1%00", "/questions/%31",
            "file:///etc/passwd", "gopher://x", "javascript:alert(1)", "/questions/1;x", "/questions/1%0d%0ax", "/items/MLA1", "/questions/0x1", "/questions/1e3", "/questions/1.0", "/questions/1\u202e", "/questions/1 OR 1=1",
            "/questions/'; DROP TABLE signals; --", "/questions/{{7*7}}", "/questions/${jndi:ldap://x}", "../questions/1", "/questions//1", "/questions/1//", "questions/1/..", "/%71uestions/1", "http:/questions/1",
        ];
        foreach (var resource in resources)
        {
            yield return new(Body(resource, account, application));
            yield return new(Body(resource, account, application, "orders_v2"));
        }

        // Genuine in form, of an application or an account that nobody linked here.
        for (var i = 1; i <= 12; i++)
        {
            yield return new(Body(string.Create(CultureInfo.InvariantCulture, $"/questions/{i}"), account + i, application));
            yield return new(Body(string.Create(CultureInfo.InvariantCulture, $"/questions/{i}"), account, application + i));
        }

        var stranger = Body("/questions/1", account + 1, application);
        foreach (var type in (string[])["text/plain", "application/xml", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded", "application/json; charset=utf-16", "image/png", "x/y; q=\"", ""])
            yield return new(stranger, type);

        var good = Encoding.UTF8.GetBytes(stranger);
        foreach (var encoding in (string[])["gzip", "br", "deflate", "identity", "utf-7"])
            yield return new(good, "application/json", Encoding: encoding);
        foreach (var at in (int[])[0, 5, 13, 20, good.Length - 1])
            yield return new([.. good[..at], 0xC3, 0x28, 0xFF, .. good[at..]]);
        yield return new(Encoding.Unicode.GetBytes(stranger));
        yield return new(Encoding.UTF32.GetBytes(stranger));
        yield return new([0x1F, 0x8B, 8, 0, 0, 0, 0, 0]);
        yield return new(new byte[4_000]);
        yield return new(stranger + stranger);
        yield return new(stranger + new string(' ', 9_000));
        yield return new(new string('x', 100_000));
        yield return new(stranger + new string(' ', 20_000), Chunked: true);
        for (var cut = 1; ; cut++)
            yield return new(good[..(good.Length - cut)]);
    }

    private static string Body(string resource, long account, long application, string topic = "questions") =>
        JsonSerializer.Serialize(new { resource, user_id = account, topic, application_id = application, attempts = 1 });
}

internal sealed record HostileBody(byte[] Bytes, string Type = "application/json", bool Chunked = false, string? Encoding = null)
{
    public HostileBody(string text, string type = "application/json", bool Chunked = false)
        : this(System.Text.Encoding.UTF8.GetBytes(text), type, Chunked)
    {
    }
}
