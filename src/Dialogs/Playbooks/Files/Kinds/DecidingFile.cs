namespace MeliBot.Dialogs.Playbooks.Files;

/// <summary><c>deciding.yaml</c>.</summary>
internal static class DecidingFile
{
    private static readonly Key Send = new("send", Scalars.Share, "the confidence from which a reply is sent");
    private static readonly Key Notify = new("notify", Scalars.Share, "the confidence from which it is sent and a person is told; below, it is held");

    private static readonly Key Mode = new("mode", Scalars.Choice("a mode", "auto", "draft", "shadow", "off"), "auto sends, draft waits for a person, shadow only notes what it would do, off does nothing; claims are draft unless a rule that names claims says auto");
    private static readonly Key Confidence = new("confidence", new Keyed("confidence", "the confidence", [Send, Notify]), "how sure the bot must be");
    private static readonly Key Uncovered = new("uncovered", Scalars.Choice("what happens to it", "draft", "send"), "what happens when something that was asked isn't answered");
    private static readonly Key Negative = new("negative", Scalars.Choice("what happens then", "draft", "off", "ignore"), "what happens when the buyer is angry");
    private static readonly Key Reply = new("reply", Scalars.Name, "a fixed reply: the name of a text");
    private static readonly Key Only = new("only", Scalars.Flag, "the fixed reply stands for whatever the bot would say; else it is said only where the bot has no answer") { Default = "false" };
    private static readonly Key Kinds = new("kinds", new MapOf(Scalars.Name, new Keyed("kind-rule", "a rule", [Mode, Confidence, Uncovered, Negative, Reply, Only]), "rules by kind of question"), "rules by kind of question: an intent, negative or critical");

    private static readonly Key Conversations = new("conversations", Scalars.Conversations, "only in these conversations");
    private static readonly Key ClaimType = new("type", ClaimKeys.Word, "only in claims of this type, such as mediations or return");
    private static readonly Key ClaimStage = new("stage", ClaimKeys.Word, "only in claims at this stage, such as claim or dispute");
    private static readonly Key Account = new("account", new Scalar("an account's number", ScalarType.Whole) { Min = 1, Example = "123456789" }, "only for this account");
    private static readonly Key Category = new("category", new Scalar("a category") { Pattern = @"^M[A-Z]{2}\d+$", Example = "MLA1055" }, "only for listings of this category");
    private static readonly Key Item = new("item", new Scalar("a listing") { Pattern = @"^M[A-Z]{2}\d+$", Example = "MLA1234567890" }, "only for this listing");

    private static readonly Key Name = new("name", Scalars.Name, "its name, for explanations") { Required = true };
    private static readonly Key Days = new("days", new ListOf(Scalars.Choice("a day", "mon", "tue", "wed", "thu", "fri", "sat", "sun"), "a list of days"), "the days on which it begins") { Default = "every day" };
    private static readonly Key Hours = new("hours", new Either("hours such as \"18:00-09:00\", or a list of them", Scalars.Hours, new ListOf(Scalars.Hours, "a list of hours")), "when it holds; an end that isn't after the beginning is the next day's") { Default = "all day" };
    private static readonly Key Zone = new("zone", new Scalar("a time zone") { Pattern = "^[A-Za-z]+(/[A-Za-z0-9_+-]+)*$", Example = "America/Argentina/Buenos_Aires" }, "the time zone") { Default = "the account's" };
    private static readonly Key On = new("on", Scalars.Day, "the day");
    private static readonly Key From = new("from", Scalars.Day, "the first day");
    private static readonly Key To = new("to", Scalars.Day, "the last day, included") { Default = "the first day" };
    private static readonly Key Yearly = new("yearly", Scalars.Flag, "it holds every year") { Default = "false" };

    private static readonly Key[] Rule = [Mode, Confidence, Uncovered, Negative, Reply, Only, Kinds];
    private static readonly Key[] Where = [Conversations, ClaimType, ClaimStage, Account, Category, Item];

    private static readonly Key Scopes = new("scopes", new ListOf(new Keyed("scope", "a scope", [.. Where, .. Rule]), "a list of scopes"), "rules for accounts, categories, listings and claims; the narrower is stronger");
    private static readonly Key Schedules = new("schedules", new ListOf(new Keyed("schedule", "a schedule", [Name, Days, Hours, Zone, .. Where, .. Rule]), "a list of schedules"), "rules for hours of the week; stronger than scopes");
    private static readonly Key Dates = new("dates", new ListOf(new Keyed("date", "a date", [Name, On, From, To, Yearly, Hours, Zone, .. Where, .. Rule]) { OneOf = [On, From] }, "a list of dates"), "rules for days of the year; stronger than schedules");

    public static readonly Keyed Shape = new("deciding", "deciding.yaml", [.. Rule, Scopes, Schedules, Dates]);

    public static DecidingRules Read(MapNode map) => new(
        ReadRule(map),
        [.. map.Get(Scopes).Maps().Select(ReadScope)],
        [.. map.Get(Schedules).Maps().Select(s => new ScheduleRule(s.Text(Name) ?? "", [.. s.Texts(Days).Select(ReadDayOfWeek).OfType<DayOfWeek>()], ReadHours(s), s.Text(Zone), ReadScope(s), s.Source))],
        [.. map.Get(Dates).Maps().Select(ReadDate).OfType<DateRule>()]);

    private static DecidingRule ReadRule(MapNode map)
    {
        var confidence = map.Get(Confidence) as MapNode;
        var rule = new DecidingRule(map.Text(Mode), confidence?.Number(Send), confidence?.Number(Notify), map.Text(Uncovered), map.Text(Negative), map.Text(Reply), map.Flag(Only) ?? false, map.Source);
        if (map.Get(Kinds) is not MapNode kinds) return rule;
        return rule with { Kinds = kinds.Entries.Where(e => e.Value is MapNode).ToDictionary(e => e.Key.Value, e => ReadRule((MapNode)e.Value) with { Source = e.Key.Source }, StringComparer.Ordinal) };
    }

    private static ScopeRule ReadScope(MapNode map) => new(map.Text(Conversations), map.Whole(Account), map.Text(Category), map.Text(Item), ReadRule(map), map.Source) { ClaimType = map.Text(ClaimType), ClaimStage = map.Text(ClaimStage) };

    private static DateRule? ReadDate(MapNode map)
    {
        if ((map.Text(On) ?? map.Text(From)) is not { } first || Scalars.ReadDay(first) is not { } from) return null;
        var to = map.Text(To) is { } last ? Scalars.ReadDay(last) ?? from : from;
        return new DateRule(map.Text(Name) ?? "", from, to, map.Flag(Yearly) ?? false, ReadHours(map), map.Text(Zone), ReadScope(map), map.Source);
    }

    private static HourRange[] ReadHours(MapNode map) => [.. map.Texts(Hours).Select(Scalars.ReadHours).OfType<HourRange>()];

    private static DayOfWeek? ReadDayOfWeek(string day) => day switch
    {
        "mon" => DayOfWeek.Monday,
        "tue" => DayOfWeek.Tuesday,
        "wed" => DayOfWeek.Wednesday,
        "thu" => DayOfWeek.Thursday,
        "fri" => DayOfWeek.Friday,
        "sat" => DayOfWeek.Saturday,
        "sun" => DayOfWeek.Sunday,
        _ => null,
    };
}
