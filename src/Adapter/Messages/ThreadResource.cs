using System.Globalization;

namespace MeliBot.Adapter.Messages;

/// <summary>How a whole thread is named, in the platform's list of unread ones and in our own signals: <c>/packs/{pack}/sellers/{seller}</c>.</summary>
public static class ThreadResource
{
    public static string Of(long pack, long seller) => string.Create(CultureInfo.InvariantCulture, $"/packs/{pack}/sellers/{seller}");

    public static bool TryParse(string? resource, out long pack, out long seller)
    {
        pack = seller = 0;
        return resource?.Trim('/').Split('/') is ["packs", var first, "sellers" or "seller", var second, ..]
            && long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out pack) && pack > 0
            && long.TryParse(second, NumberStyles.None, CultureInfo.InvariantCulture, out seller);
    }
}
