namespace MeliBot.Dialogs.Playbooks.Files;

/// <summary>What can be wrong with files before anybody asks what they mean.</summary>
internal static class FileProblems
{
    public static readonly Problem NoFolder = new("PB001", Severity.Error, "the folder can't be read, or holds no playbook");
    public static readonly Problem NotText = new("PB002", Severity.Error, "a file isn't UTF-8 text, or is too large");
    public static readonly Problem NotYaml = new("PB003", Severity.Error, "a file isn't YAML");
    public static readonly Problem NoSuchYaml = new("PB004", Severity.Error, "YAML that playbooks don't use: references, type names, several documents");
    public static readonly Problem KeyTwice = new("PB005", Severity.Error, "a key stands twice");
    public static readonly Problem UnknownKey = new("PB006", Severity.Error, "a key that this kind of file doesn't have");
    public static readonly Problem MissingKey = new("PB007", Severity.Error, "a key that must be there isn't");
    public static readonly Problem WrongKind = new("PB008", Severity.Error, "a list where a text is expected, or the like");
    public static readonly Problem WrongValue = new("PB009", Severity.Error, "a value that can't be: not a number, not a date, not one of the choices");
    public static readonly Problem KeysTogether = new("PB010", Severity.Error, "keys that can't stand together");
    public static readonly Problem NameTwice = new("PB011", Severity.Error, "two things of one kind have the same name");
    public static readonly Problem FileNotRead = new("PB012", Severity.Warning, "a file that nothing reads");
    public static readonly Problem NotOnChannel = new("PB014", Severity.Error, "something that the channel doesn't have: buttons, cards, images");
    public static readonly Problem CutShort = new("PB015", Severity.Warning, "a text that ends at a #");
    public static readonly Problem NoBase = new("PB013", Severity.Error, "what it extends or adds to doesn't exist");
}
