namespace ModelBuilder.Workbooks;

/// <summary>What a cell is to an analyst, which decides its colour. The colours are the template's: its defined names Style.Input and so on.</summary>
internal enum CellTone
{
    /// <summary>As the template's row has it.</summary>
    Plain,

    /// <summary>A number that stands as typed: a stated figure.</summary>
    Input,

    /// <summary>A formula over cells of its own sheet.</summary>
    Formula,

    /// <summary>A formula that takes from another sheet.</summary>
    Link,

    /// <summary>A figure that follows from others and is marked so.</summary>
    Derived,

    /// <summary>A figure over which sources disagree.</summary>
    Contested,

    /// <summary>A cell that waits for what an analyst types.</summary>
    Override,
}
