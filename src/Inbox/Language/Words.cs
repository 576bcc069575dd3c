namespace MeliBot.Inbox.Language;

/// <summary>Names the resources: every text of the pages is its English wording, Words.es.resx and Words.pt.resx hold the others.</summary>
public sealed class Words;
