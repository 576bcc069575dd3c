using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>Signs that a reader takes for a Latin letter, a digit or a full stop, and that Unicode's compatibility form doesn't say so of.</summary>
internal static class LookAlikes
{
    private const string Letters =
        "аaвbсcԁdеeһhіiїiјjкkӏlмmнhоoрpԛqгrѕsтtуyѵvԝwхxүyьb" // Cyrillic
        + "αaβbεeηnιiκkνvοoρpτtυuχxωwγy" // Greek
        + "ıiɑaɡgɩiʟlɴnʀrʏyᴀaʙbᴄcᴅdᴇeɢgʜhɪiᴊjᴋkᴍmᴏoᴘpꜱsᴛtᴜuᴠvᴡwᴢz" // small capitals and the like
        + "ⓐa@@․.·.•.∙.。.｡.ー-⁃-−-⁄/∕/“\"”\"‘'’'";

    private static readonly FrozenDictionary<int, char> Plains = Read();

    public static char Plain(Rune rune)
    {
        if (Plains.TryGetValue(rune.Value, out var plain)) return plain;
        return rune.Value switch
        {
            // Letters in black circles and squares, and those that flags are made of.
            >= 0x1F150 and <= 0x1F169 => (char)('a' + rune.Value - 0x1F150),
            >= 0x1F170 and <= 0x1F189 => (char)('a' + rune.Value - 0x1F170),
            >= 0x1F1E6 and <= 0x1F1FF => (char)('a' + rune.Value - 0x1F1E6),
            < 0x10000 => (char)rune.Value,
            _ => GuardText.Unreadable,
        };
    }

    /// <summary>The digits of a number in a circle, a box or another dress.</summary>
    public static string? Number(Rune rune)
    {
        if (rune.Value == 0x1F51F) return "10";
        if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.OtherNumber || rune.Value is 0xB2 or 0xB3 or 0xB9 or (>= 0xBC and <= 0xBE)) return null;
        var value = Rune.GetNumericValue(rune);
        return value is >= 0 and <= 50 && Math.Floor(value) == value ? ((int)value).ToString(CultureInfo.InvariantCulture) : null;
    }

    private static FrozenDictionary<int, char> Read()
    {
        var plains = new Dictionary<int, char>();
        var runes = Letters.EnumerateRunes().ToList();
        for (var i = 0; i < runes.Count; i += 2) plains[runes[i].Value] = (char)runes[i + 1].Value;
        return plains.ToFrozenDictionary();
    }
}
