/** Why an identity number is kept, as a buyer is told where no rule says it. */
export const subsidyPurpose = 'Mencocokkan jatah barang bersubsidi dan mencatatnya ke sistem resmi.';
