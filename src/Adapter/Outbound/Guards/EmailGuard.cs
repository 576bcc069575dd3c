namespace MeliBot.Adapter.Outbound.Guards;

/// <summary>E-mail addresses, also with the at sign or the dot in words.</summary>
public sealed class EmailGuard() : PatternGuard(
    Name,
    "It seems to hold an e-mail address; Mercado Libre takes down answers with contact data.",
    @"[a-z0-9][a-z0-9._%+-]* ?@ ?[a-z][a-z0-9-]*( ?\. ?[a-z][a-z0-9-]*)+",
    @"[a-z0-9._+-]+ ?[(\[{<] ?(at|arroba|@) ?[)\]}>] ?[a-z0-9]+",
    @"[a-z0-9._+-]+ ?[-_*/]? ?arroba ?[-_*/]? ?[a-z0-9-]+ ?([(\[] ?)?(\.|punto|ponto|dot)( ?[)\]])? ?[a-z]{2,6}\b",
    @"[a-z0-9._+-]+ at [a-z0-9-]+ (punto|ponto|dot) [a-z]{2,6}\b",
    @"(\barroba|@) ?(gmail|hotmail|outlook|yahoo|live|icloud|uol|bol|terra|protonmail)\b",
    @"\b(gmail|hotmail|icloud|yahoo) ?([(\[] ?)?(\.|punto|ponto|dot)( ?[)\]])? ?com\b")
{
    public const string Name = "email";
}
