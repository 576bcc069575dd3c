namespace MeliBot.Dialogs.Deciding;

/// <summary>The words of deciding.yaml. A word that this version doesn't know is the most careful one: the files' check tells of it.</summary>
internal static class DecidingWords
{
    public static ReplyMode? Mode(string? word) => word switch
    {
        null => null,
        "auto" => ReplyMode.Auto,
        "shadow" => ReplyMode.Shadow,
        "off" => ReplyMode.Off,
        _ => ReplyMode.Draft,
    };

    public static UncoveredReply? Uncovered(string? word) => word switch
    {
        null => null,
        "send" => UncoveredReply.Send,
        _ => UncoveredReply.Draft,
    };

    public static NegativeReply? Negative(string? word) => word switch
    {
        null => null,
        "ignore" => NegativeReply.Ignore,
        "off" => NegativeReply.Off,
        _ => NegativeReply.Draft,
    };
}
